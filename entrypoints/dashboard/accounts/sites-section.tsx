import { i18n } from '#i18n'
import { useSiteAccounts } from '../../../components/hooks/use-accounts'
import { type Account, canPay } from '../../../lib/wallet/accounts'
import { Section } from '../section'
import { AddSiteAccount } from './add-site-account'
import { SiteAccountRow } from './site-account-row'

interface Props {
  accounts: readonly Account[]
  paying: Account
}

/** Sites where another account pays. Nothing to choose where there is only one that can. */
export function SitesSection({ accounts, paying }: Props) {
  const rows = useSiteAccounts()
  const able = accounts.filter(canPay)
  if (!rows || (able.length < 2 && rows.length === 0)) return null
  return (
    <Section title={i18n.t('accounts.sites')} text={i18n.t('accounts.sitesText')}>
      {rows.length === 0 ? (
        <p className="text-muted">{i18n.t('accounts.sitesNone')}</p>
      ) : (
        <ul aria-label={i18n.t('accounts.sitesList')} className="max-w-xl divide-y divide-line">
          {rows.map(({ site, accountId }) => (
            <SiteAccountRow key={site} site={site} accountId={accountId} able={able} />
          ))}
        </ul>
      )}
      <AddSiteAccount able={able} paying={paying} known={rows.map(({ site }) => site)} />
    </Section>
  )
}
