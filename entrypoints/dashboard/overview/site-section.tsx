import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import type { Bar } from '../../../components/charts/bar'
import { Chart } from '../../../components/charts/chart'
import { hostOf } from '../../../components/payment/site'
import type { Shares } from '../../../lib/payment/overview'
import { OVERVIEW_DAYS, siteSpending } from '../../../lib/store/overview'
import { formatUsd } from '../../../lib/words/money'
import { Section } from '../section'

interface Props {
  test: boolean
  /** Midnight before now, milliseconds since 1970. */
  day: number
}

/** The sites that took most in the last days. */
export function SiteSection({ test, day }: Props) {
  const shares = useLiveQuery(() => siteSpending(test, day), [test, day])
  if (!shares) return null
  const title = i18n.t('overview.bySite')
  const bars = barsOf(shares)
  const days = String(OVERVIEW_DAYS)
  return (
    <Section title={title} text={i18n.t('overview.bySiteText', [days])}>
      {bars.length === 0 ? (
        <p className="text-muted">{i18n.t('overview.nothing', [days])}</p>
      ) : (
        <Chart
          label={title}
          look="lines"
          test={test}
          columns={[i18n.t('overview.siteColumn'), i18n.t('overview.spentColumn')]}
          bars={bars}
        />
      )}
    </Section>
  )
}

function barsOf({ top, others }: Shares): Bar[] {
  const bars = top.map(({ site, spent }) => ({
    key: site,
    name: hostOf(site),
    value: spent,
    text: formatUsd(spent),
  }))
  if (others === 0n) return bars
  const name = i18n.t('overview.others')
  return [...bars, { key: '', name, value: others, text: formatUsd(others), rest: true }]
}
