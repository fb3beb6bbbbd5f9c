import { Lock } from 'lucide-react'
import { i18n } from '#i18n'
import { useAutoLock } from '../../../components/hooks/use-auto-lock'
import { useUnlocked } from '../../../components/hooks/use-unlocked'
import { Button } from '../../../components/ui/button'
import { UnlockForm } from '../../../components/wallet/unlock-form'
import { sendCommand } from '../../../lib/messages'
import { Section } from '../section'
import { lockWords } from './duration'
import { HotKey } from './hot-key'

/** Whether the wallet is locked, and how to change that. */
export function StateSection() {
  const unlocked = useUnlocked()
  const autoLock = useAutoLock()
  if (unlocked === undefined || !autoLock) return null
  return (
    <Section title={i18n.t('security.state')}>
      {unlocked ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{lockWords(autoLock.minutes)}</p>
          <Button onClick={() => sendCommand('lock')}>
            <Lock aria-hidden className="size-4" />
            {i18n.t('security.lockNow')}
          </Button>
        </div>
      ) : (
        <div className="max-w-sm">
          <p className="mb-4 text-muted">{i18n.t('wallet.lockedText')}</p>
          <UnlockForm />
        </div>
      )}
      <HotKey />
    </Section>
  )
}
