import { i18n } from '#i18n'
import { Page } from '../page'
import { NoWallet } from '../wallet/no-wallet'
import { AutoLockSection } from './auto-lock-section'
import { BackupSection } from './backup-section'
import { LocksSection } from './locks-section'
import { StateSection } from './state-section'

/** How the wallet opens and closes, and its backup. */
export function SecurityPage({ hasWallet }: { hasWallet: boolean }) {
  return (
    <Page title={i18n.t('security.title')}>
      {hasWallet ? (
        <>
          <StateSection />
          <AutoLockSection />
          <LocksSection />
          <BackupSection />
        </>
      ) : (
        <NoWallet />
      )}
    </Page>
  )
}
