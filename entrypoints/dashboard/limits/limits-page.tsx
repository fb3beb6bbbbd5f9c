import { i18n } from '#i18n'
import { useLimits } from '../../../components/hooks/use-limits'
import { Page } from '../page'
import { AutoPay } from './auto-pay'
import { BudgetsSection } from './budgets-section'
import { PairsSection } from './pairs-section'
import { SitesSection } from './sites-section'

export function LimitsPage() {
  const limits = useLimits()
  return (
    <Page title={i18n.t('limits.title')}>
      {limits && (
        <>
          <AutoPay limits={limits} />
          <BudgetsSection limits={limits} />
          <SitesSection limits={limits} />
          <PairsSection />
        </>
      )}
    </Page>
  )
}
