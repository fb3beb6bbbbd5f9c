import { useRef, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Credential, NewPasskey } from '../../lib/vault-messages'
import { createPasskey } from '../wallet/passkey'
import { CredentialForm } from './credential-form'
import { NameField } from './name-field'

interface Props {
  onDone: () => void
  onCancel: () => void
}

/** One more passkey. Made once: a wrong passphrase leaves no second one in the device. */
export function PasskeyForm({ onDone, onCancel }: Props) {
  const [name, setName] = useState('')
  const made = useRef<NewPasskey>(undefined)

  async function add(credential: Credential) {
    made.current ??= await createPasskey(i18n.t('app.name'))
    await sendCommand('addPasskey', { passkey: { ...made.current, name }, credential })
    onDone()
  }

  return (
    <CredentialForm action={i18n.t('security.addPasskey')} run={add} onCancel={onCancel}>
      <NameField label={i18n.t('security.passkeyName')} name={name} onChange={setName} />
    </CredentialForm>
  )
}
