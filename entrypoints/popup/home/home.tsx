import { i18n } from '#i18n'
import { SiteRuleEditor } from '../../../components/limits/site-rule-editor'
import { Card } from '../../../components/ui/card'
import { LINK } from '../../../components/ui/link'
import { BalanceRows } from '../../../components/wallet/balance-rows'
import { type DashboardPage, dashboardUrl } from '../dashboard-url'
import type { CurrentTab } from '../use-tab'
import { LastPayments } from './last-payments'
import { LeftToDo } from './left-to-do'
import { Notice } from './notice'
import { SpentLine } from './spent-line'

/** Nothing waits: what there is, what went out, and the word on this site. */
export function Home({ tab, account }: { tab: CurrentTab; account: `0x${string}` }) {
  return (
    <div className="flex flex-col gap-3">
      <h1 className="sr-only">{i18n.t('app.name')}</h1>
      <Notice tabId={tab.id} />
      <LeftToDo />
      <Card className="px-5 py-4">
        <h2 className="text-sm font-medium text-muted">{i18n.t('balance.title')}</h2>
        <BalanceRows account={account} />
        <SpentLine />
      </Card>
      {tab.site && (
        <Card className="px-5 py-4">
          <SiteRuleEditor key={tab.site} site={tab.site} />
        </Card>
      )}
      <LastPayments />
      <nav aria-label={i18n.t('nav.label')} className="flex gap-5 px-1 text-sm">
        <DashboardLink page="/history" name={i18n.t('home.history')} />
        <DashboardLink page="/limits" name={i18n.t('home.limits')} />
      </nav>
    </div>
  )
}

function DashboardLink({ page, name }: { page: DashboardPage; name: string }) {
  return (
    <a href={dashboardUrl(page)} target="_blank" rel="noreferrer" className={LINK}>
      {name}
    </a>
  )
}
