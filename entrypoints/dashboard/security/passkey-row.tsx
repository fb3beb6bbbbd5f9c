import { Fingerprint, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#i18n'
import { CredentialForm } from '../../../components/accounts/credential-form'
import type { PasskeyOfVault } from '../../../components/accounts/locks'
import { Panel } from '../../../components/accounts/panel'
import { plainText } from '../../../components/payment/plain-text'
import { IconButton } from '../../../components/ui/icon-button'
import { sendCommand } from '../../../lib/messages'

interface Props {
  passkey: PasskeyOfVault
  onRemoved: () => void
}

/** One passkey, and its end. */
export function PasskeyRow({ passkey: { id, parameters }, onRemoved }: Props) {
  const [open, setOpen] = useState(false)
  const name = plainText(parameters.name ?? '', 60)
  const remove = name
    ? i18n.t('security.removePasskeyNamed', [name])
    : i18n.t('security.removePasskey')
  return (
    <li className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Fingerprint aria-hidden className="size-5 shrink-0 text-copper" />
        <span className="min-w-0 flex-1 wrap-anywhere">
          {name ? i18n.t('security.passkeyNamed', [name]) : i18n.t('security.passkey')}
        </span>
        <IconButton
          icon={Trash2}
          label={remove}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <Panel title={remove}>
          <CredentialForm
            action={i18n.t('security.removePasskey')}
            run={async (credential) => {
              await sendCommand('removeLock', { lockId: id, credential })
              onRemoved()
            }}
            onCancel={() => setOpen(false)}
          >
            <p className="text-[0.9375rem]">{i18n.t('security.removePasskeyText')}</p>
          </CredentialForm>
        </Panel>
      )}
    </li>
  )
}
