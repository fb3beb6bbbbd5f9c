import { i18n } from '#i18n'
import { useUnlocked } from '../../../components/hooks/use-unlocked'
import { UnlockForm } from '../../../components/wallet/unlock-form'
import { Section } from '../section'

/** The way in while the wallet is locked. */
export function UnlockSection() {
  const unlocked = useUnlocked()
  if (unlocked !== false) return null
  return (
    <Section title={i18n.t('lock.title')} text={i18n.t('wallet.lockedText')}>
      <div className="max-w-sm">
        <UnlockForm />
      </div>
    </Section>
  )
}
