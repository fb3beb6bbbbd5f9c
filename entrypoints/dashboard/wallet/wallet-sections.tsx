import { useState } from 'react'
import { i18n } from '#i18n'
import { accountName } from '../../../components/accounts/account-words'
import { TopUp } from '../../../components/wallet/top-up'
import { type Account, canPay } from '../../../lib/wallet/accounts'
import { AccountsSection } from '../accounts/accounts-section'
import { SitesSection } from '../accounts/sites-section'
import { Section } from '../section'
import { BalancesSection } from './balances-section'

interface Props {
  accounts: readonly Account[]
  paying: Account
}

/** The accounts, and all about the one that is chosen: at first the one that pays. */
export function WalletSections({ accounts, paying }: Props) {
  const [chosenId, setChosenId] = useState<string>()
  const chosen = accounts.find(({ id }) => id === chosenId) ?? paying
  const { address } = chosen
  const name = accountName(chosen)
  return (
    <>
      <AccountsSection accounts={accounts} paying={paying} chosen={chosen} onChoose={setChosenId} />
      <BalancesSection
        key={address}
        title={accounts.length > 1 ? i18n.t('wallet.balanceOf', [name]) : i18n.t('balance.title')}
        account={address}
      />
      {canPay(chosen) && (
        <Section
          title={accounts.length > 1 ? i18n.t('wallet.topUpOf', [name]) : i18n.t('topUp.title')}
          text={i18n.t('topUp.text')}
        >
          <TopUp key={address} account={address} />
        </Section>
      )}
      <SitesSection accounts={accounts} paying={paying} />
    </>
  )
}
