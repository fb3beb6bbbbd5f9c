import { useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { normalizePrivateKey } from '../../lib/wallet/account'
import { PassphraseField } from '../ui/passphrase-field'
import { problemWords } from '../words/problem'
import { CredentialForm } from './credential-form'
import { NameField } from './name-field'
import { PhraseField } from './phrase-field'
import { phraseFault } from './phrase-words'

interface Props {
  kind: 'privateKey' | 'phrase'
  onAdded: (accountId: string) => void
  onBack: () => void
}

/** A key or words of the user's own, into the vault: that takes the passphrase. */
export function AddSecret({ kind, onAdded, onBack }: Props) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [checked, setChecked] = useState(false)
  const fault = kind === 'phrase' ? phraseFault(text) : keyFault(text)

  return (
    <CredentialForm
      action={i18n.t('accounts.addButton')}
      check={() => {
        setChecked(true)
        return fault === undefined
      }}
      run={async (credential) =>
        onAdded(
          kind === 'phrase'
            ? await sendCommand('importPhrase', { phrase: text, name, credential })
            : await sendCommand('importPrivateKey', { privateKey: text, name, credential }),
        )
      }
      cancel={i18n.t('common.back')}
      onCancel={onBack}
    >
      {kind === 'phrase' ? (
        <PhraseField text={text} complain={checked} onChange={setText} />
      ) : (
        <PassphraseField
          label={i18n.t('accounts.privateKey')}
          hint={i18n.t('accounts.privateKeyHint')}
          error={checked ? fault : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChecked(false)
          }}
        />
      )}
      <NameField name={name} onChange={setName} />
    </CredentialForm>
  )
}

/** What is wrong with a private key as typed, if anything. */
function keyFault(text: string): string | undefined {
  try {
    normalizePrivateKey(text)
    return undefined
  } catch {
    const { title, advice } = problemWords({ code: 'private_key_invalid' })
    return `${title} ${advice}`
  }
}
