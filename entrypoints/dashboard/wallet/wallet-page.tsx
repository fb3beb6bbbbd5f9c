import { i18n } from '#i18n'
import { useAccounts } from '../../../components/hooks/use-accounts'
import { BackupReminder } from '../../../components/wallet/backup-reminder'
import type { WalletRow } from '../../../lib/store/db'
import { Page } from '../page'
import { NoWallet } from './no-wallet'
import { UnlockSection } from './unlock-section'
import { UnopenedWallet } from './unopened-wallet'
import { WalletSections } from './wallet-sections'

/** The accounts, what is in them and which of them pays. */
export function WalletPage({ wallet }: { wallet: WalletRow | null }) {
  return (
    <Page title={i18n.t('wallet.title')}>
      {wallet ? <Sections wallet={wallet} /> : <NoWallet />}
    </Page>
  )
}

function Sections({ wallet }: { wallet: WalletRow }) {
  const accounts = useAccounts()
  const paying = accounts?.find(({ address }) => address === wallet.address)
  if (!accounts) return null
  return (
    <>
      <UnlockSection />
      <div className="mb-6 empty:hidden">
        <BackupReminder />
      </div>
      {paying ? (
        <WalletSections accounts={accounts} paying={paying} />
      ) : (
        <UnopenedWallet address={wallet.address} />
      )}
    </>
  )
}
