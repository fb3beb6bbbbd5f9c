import { useId, useMemo, useRef, useState } from 'react'
import { i18n } from '#i18n'
import { CARD } from '../../../components/ui/card'
import type { Day } from '../../../lib/payment/history/days'
import { layoutOf, lineAt } from '../../../lib/payment/history/layout'
import { COLUMNS, PLACE } from './columns'
import { DayRow } from './day-row'
import { ListHead } from './list-head'
import { PaymentRow } from './payment-row'
import { useCurrentLine } from './use-current-line'
import { useLines } from './use-lines'
import { useRows } from './use-rows'

const DAY_LINE = 'bg-sunken/60'
const PAYMENT_LINE = 'min-h-16 border-t border-line'

/** All payments, of which only those on the screen are read and drawn. */
export function HistoryList({ days, done }: { days: readonly Day[]; done: boolean }) {
  const layout = useMemo(() => layoutOf(days), [days])
  const list = useRef<HTMLTableSectionElement>(null)
  const current = useCurrentLine(layout, list)
  const { lines, scrollMargin } = useLines(layout, list, current.line)
  const { startIndex = 0, endIndex = 0 } = lines.range ?? {}
  const payments = useRows(layout, startIndex, endIndex, current.id)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const keysId = useId()

  function cellsOf(index: number) {
    const line = lineAt(layout, index)
    if (!line) return null
    if (line.id === undefined) return <DayRow day={line.day} />
    const payment = payments.get(line.id)
    if (!payment) return <Loading />
    return (
      <PaymentRow
        payment={payment}
        open={open.has(payment.id)}
        current={index === current.line}
        onFocus={() => current.choose(payment.id)}
        onToggle={() => setOpen(toggled(open, payment.id))}
      />
    )
  }

  return (
    <section aria-label={i18n.t('history.table')} className={CARD}>
      <p id={keysId} className="sr-only">
        {i18n.t('history.keys')}
      </p>
      <table
        aria-label={i18n.t('history.table')}
        aria-describedby={keysId}
        aria-rowcount={done ? layout.length + 1 : -1}
        className="block"
      >
        <ListHead />
        <tbody
          ref={list}
          className="relative block overflow-hidden rounded-b-2xl"
          style={{ height: lines.getTotalSize() }}
          onKeyDown={(event) => {
            current.onKeyDown(event, (line) => lines.scrollToIndex(line, { align: 'auto' }))
          }}
        >
          {lines.getVirtualItems().map(({ index, key, start }) => (
            <tr
              key={key}
              ref={lines.measureElement}
              tabIndex={-1}
              data-index={index}
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
              className={`${COLUMNS} absolute inset-x-0 top-0 py-2.5 ${typeof key === 'number' ? DAY_LINE : PAYMENT_LINE}`}
            >
              {cellsOf(index)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** For the moment until a payment is read. */
function Loading() {
  return <td className={`${PLACE.whole} text-sm text-muted`}>{i18n.t('history.loading')}</td>
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
