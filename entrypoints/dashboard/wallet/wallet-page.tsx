import { Link } from 'wouter'
import { i18n } from '#i18n'
import { Card } from '../../../components/ui/card'
import { PRIMARY_LINK } from '../../../components/ui/link'
import { AddressBox } from '../../../components/wallet/address-box'
import { TopUp } from '../../../components/wallet/top-up'
import type { WalletRow } from '../../../lib/store/db'
import { Page } from '../page'
import { Section } from '../section'
import { BalancesSection } from './balances-section'
import { LockSection } from './lock-section'

export function WalletPage({ wallet }: { wallet: WalletRow | null }) {
  return (
    <Page title={i18n.t('wallet.title')}>
      {wallet ? (
        <>
          <LockSection />
          <Section title={i18n.t('wallet.address')} text={i18n.t('wallet.addressText')}>
            <AddressBox address={wallet.address} />
          </Section>
          <BalancesSection account={wallet.address} />
          <Section title={i18n.t('topUp.title')} text={i18n.t('topUp.text')}>
            <TopUp account={wallet.address} />
          </Section>
        </>
      ) : (
        <Card className="flex flex-col items-center gap-4 px-6 py-12">
          <p className="text-muted">{i18n.t('wallet.none')}</p>
          <Link href="/welcome" className={PRIMARY_LINK}>
            {i18n.t('setup.button')}
          </Link>
        </Card>
      )}
    </Page>
  )
}
