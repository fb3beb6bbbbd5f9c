import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { Chart } from '../../../components/charts/chart'
import { dayWords } from '../../../components/words/time'
import { spentOf } from '../../../lib/payment/budget'
import { daySpending, OVERVIEW_DAYS } from '../../../lib/store/overview'
import { formatUsd } from '../../../lib/words/money'
import { Section } from '../section'

interface Props {
  test: boolean
  /** Midnight before now, milliseconds since 1970. */
  day: number
}

/** What was spent on each of the last days. */
export function DaySection({ test, day }: Props) {
  const days = useLiveQuery(() => daySpending(test, day), [test, day])
  if (!days) return null
  const title = i18n.t('overview.byDay')
  const all = days.reduce((sum, one) => sum + spentOf(one), 0n)
  return (
    <Section
      title={title}
      text={i18n.t('overview.byDayText', [formatUsd(all), String(OVERVIEW_DAYS)])}
    >
      <Chart
        label={title}
        look="columns"
        test={test}
        columns={[i18n.t('overview.dayColumn'), i18n.t('overview.spentColumn')]}
        bars={days.map((one) => ({
          key: String(one.start),
          name: dayWords(one.start),
          value: spentOf(one),
          text: formatUsd(spentOf(one)),
        }))}
      />
    </Section>
  )
}
