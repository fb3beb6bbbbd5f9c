import { Fingerprint } from 'lucide-react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'

interface Props {
  action: string
  busy: boolean
  /** Where a passkey is another way. */
  onPasskey: (() => void) | undefined
  cancel: string
  onCancel: () => void
}

/** The way on, the other way on, and the way back. */
export function CredentialButtons({ action, busy, onPasskey, cancel, onCancel }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" look="primary" inert={busy}>
        {action}
      </Button>
      {onPasskey && (
        <Button inert={busy} onClick={onPasskey}>
          <Fingerprint aria-hidden className="size-4" />
          {i18n.t('accounts.orPasskey')}
        </Button>
      )}
      <Button look="quiet" onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  )
}
