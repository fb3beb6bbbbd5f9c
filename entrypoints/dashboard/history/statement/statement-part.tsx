import { useId } from 'react'
import { i18n } from '#i18n'
import { hostOf } from '../../../../components/payment/site'
import type { Statement, StatementLine } from '../../../../lib/export/statement'
import { dateWords } from '../day-words'
import { StatementTable } from './statement-table'

/** Real or test money of a month: by site, the dearest first, and by day, the first one first. */
export function StatementPart({ title, statement }: { title: string; statement: Statement }) {
  const id = useId()
  const sites = [...statement.sites.values()].sort(byMoney)
  const days = [...statement.days.values()].sort((a, b) => a.key - b.key)
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-2xl font-semibold tracking-tight">
        {title}
      </h2>
      <StatementTable
        title={i18n.t('export.bySite')}
        keyName={i18n.t('history.site')}
        lines={sites}
        wordsOf={hostOf}
      />
      <StatementTable
        title={i18n.t('export.byDay')}
        keyName={i18n.t('export.day')}
        lines={days}
        wordsOf={dateWords}
      />
    </section>
  )
}

/** The dearest first, in dollars where there are any; else by name. */
function byMoney(a: StatementLine<string>, b: StatementLine<string>): number {
  const [left = 0n, right = 0n] = [a.sums[0]?.micro, b.sums[0]?.micro]
  if (left !== right) return left > right ? -1 : 1
  return a.key < b.key ? -1 : 1
}
