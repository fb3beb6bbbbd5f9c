import { ArrowLeft, ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { Link } from 'wouter'
import { i18n } from '#i18n'
import { Button } from '../../../../components/ui/button'
import { LINK } from '../../../../components/ui/link'
import { ProblemNote } from '../../../../components/ui/problem-note'
import { Reading } from '../../../../components/ui/safety-net'
import { Page } from '../../page'
import { dateWords, monthWords } from '../day-words'
import { monthAt, monthKey, monthOf } from './month'
import './statement.css'
import { StatementPart } from './statement-part'
import { useStatement } from './use-statement'

/** What was paid in a month such as `2026-11`, to print or to keep as PDF. */
export function StatementPage({ month }: { month: string }) {
  const now = Date.now()
  const { since, until } = monthOf(month) ?? monthAt(now)
  const { statements, problem } = useStatement(since, until)
  const nothing = statements && statements.real.count + statements.test.count === 0
  return (
    <Page title={i18n.t('export.statement', [monthWords(since)])}>
      <div className="statement">
        <div className="statement-actions mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.9375rem]">
          <Link href="/history" className={LINK}>
            <ArrowLeft aria-hidden className="size-4" />
            {i18n.t('export.backToHistory')}
          </Link>
          <Link href={`/statement/${monthKey(since - 1)}`} className={LINK}>
            <ChevronLeft aria-hidden className="size-4" />
            {i18n.t('export.earlier')}
          </Link>
          {until <= now && (
            <Link href={`/statement/${monthKey(until)}`} className={LINK}>
              {i18n.t('export.later')}
              <ChevronRight aria-hidden className="size-4" />
            </Link>
          )}
          <Button size="small" onClick={() => print()}>
            <Printer aria-hidden className="size-4" />
            {i18n.t('export.print')}
          </Button>
        </div>
        <ProblemNote
          problem={problem === undefined ? undefined : { code: 'storage_unavailable' }}
        />
        {!statements && problem === undefined && <Reading />}
        {nothing && <p className="text-muted">{i18n.t('export.nothing')}</p>}
        {statements && statements.real.count > 0 && (
          <StatementPart title={i18n.t('history.realMoney')} statement={statements.real} />
        )}
        {statements && statements.test.count > 0 && (
          <StatementPart title={i18n.t('history.testMoney')} statement={statements.test} />
        )}
        {statements && (
          <p className="mt-8 max-w-prose text-sm text-muted">
            {i18n.t('export.statementNote', [dateWords(now)])}
          </p>
        )}
      </div>
    </Page>
  )
}
