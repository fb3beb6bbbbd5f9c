import { Fingerprint } from 'lucide-react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'

interface Props {
  busy: boolean
  onUnlock: () => void
}

export function UnlockWithPasskey({ busy, onUnlock }: Props) {
  return (
    <Button
      look="primary"
      size="large"
      className="w-full"
      autoFocus
      inert={busy}
      onClick={onUnlock}
    >
      <Fingerprint aria-hidden className="size-5" />
      {i18n.t('unlock.passkey')}
    </Button>
  )
}
