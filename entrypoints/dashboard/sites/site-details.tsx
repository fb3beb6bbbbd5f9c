import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { useMinute } from '../../../components/hooks/use-minute'
import { SiteRuleEditor } from '../../../components/limits/site-rule-editor'
import { Fact } from '../../../components/ui/fact'
import { numberWords } from '../../../components/words/number'
import { dayWords } from '../../../components/words/time'
import { usualPrice } from '../../../lib/payment/acquaintance'
import { countPayments, type KnownSite, spentLately } from '../../../lib/store/sites'
import { formatUsd } from '../../../lib/words/money'
import { BothAmounts } from './both-amounts'
import { Payees } from './payees'
import { SiteActions } from './site-actions'

interface Props {
  entry: KnownSite
  onForgotten: () => void
}

/** What a site took, whom it has the user pay, and the user's word on it. */
export function SiteDetails({ entry, onForgotten }: Props) {
  const { site, known, spent, last } = entry
  const minute = useMinute()
  const lately = useLiveQuery(() => spentLately(site, minute), [site, minute])
  const count = useLiveQuery(() => countPayments(site), [site])
  return (
    <div className="grid gap-x-10 gap-y-5 rounded-xl bg-sunken px-4 py-4 sm:px-5 md:grid-cols-2">
      <div>
        <dl>
          {lately && (
            <>
              <Fact name={i18n.t('sites.today')}>
                <BothAmounts amounts={lately.today} />
              </Fact>
              <Fact name={i18n.t('sites.month')}>
                <BothAmounts amounts={lately.month} />
              </Fact>
            </>
          )}
          <Fact name={i18n.t('sites.all')}>
            <BothAmounts amounts={spent} />
          </Fact>
          <Usual known={known} />
          <Fact name={i18n.t('sites.payments')}>{count !== undefined && numberWords(count)}</Fact>
          {last !== undefined && <Fact name={i18n.t('sites.last')}>{dayWords(last)}</Fact>}
        </dl>
        <Payees known={known} />
      </div>
      <div className="flex flex-col gap-5">
        <SiteRuleEditor site={site} withBudgets />
        <SiteActions site={site} rule={entry.rule} onForgotten={onForgotten} />
      </div>
    </div>
  )
}

/** What one payment costs most of the time, to the site itself; test money apart. */
function Usual({ known }: Pick<KnownSite, 'known'>) {
  return known
    .filter(({ site, payeeOrigin }) => site === payeeOrigin)
    .map(({ key, testnet, prices }) => {
      const usual = usualPrice(prices)
      return (
        usual !== undefined && (
          <Fact key={key} name={testnet ? i18n.t('sites.usualTest') : i18n.t('sites.usual')}>
            {formatUsd(usual)}
          </Fact>
        )
      )
    })
}
