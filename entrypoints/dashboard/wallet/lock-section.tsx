import { Lock } from 'lucide-react'
import { i18n } from '#i18n'
import { useUnlocked } from '../../../components/hooks/use-unlocked'
import { Button } from '../../../components/ui/button'
import { Card } from '../../../components/ui/card'
import { UnlockForm } from '../../../components/wallet/unlock-form'
import { sendCommand } from '../../../lib/messages'
import { Section } from '../section'

/** Whether the wallet is locked, and the way to change that. */
export function LockSection() {
  const unlocked = useUnlocked()
  if (unlocked === undefined) return null
  if (!unlocked) {
    return (
      <Section title={i18n.t('lock.title')} text={i18n.t('wallet.lockedText')}>
        <div className="max-w-sm">
          <UnlockForm />
        </div>
      </Section>
    )
  }
  return (
    <Card className="mb-6 flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <p className="text-muted">{i18n.t('wallet.unlockedText')}</p>
      <Button onClick={() => sendCommand('lock')}>
        <Lock aria-hidden className="size-4" />
        {i18n.t('wallet.lockNow')}
      </Button>
    </Card>
  )
}
