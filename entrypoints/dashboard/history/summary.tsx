import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { numberWords } from '../../../components/words/number'
import { countOf, type Day } from '../../../lib/payment/history/days'
import { addSums } from '../../../lib/payment/history/sums'
import { sumWords } from './money-words'

interface Props {
  days: readonly Day[]
  done: boolean
  /** Undoes search and filters, where there are any. */
  onClear: (() => void) | undefined
}

/** How many payments are shown, and what they come to. */
export function Summary({ days, done, onClear }: Props) {
  const count = countOf(days)
  const number = numberWords(count)
  const sums = addSums(...days.map((day) => day.sums))
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-1">
      <p role="status" className="text-sm text-muted">
        {done ? (
          <>
            <span className="font-medium text-ink">{i18n.t('history.count', count, [number])}</span>
            {sums.length > 0 && ` · ${sumWords(sums)}`}
          </>
        ) : (
          i18n.t('history.soFar', count, [number])
        )}
      </p>
      {onClear && (
        <Button size="small" look="quiet" onClick={onClear}>
          {i18n.t('history.clear')}
        </Button>
      )}
    </div>
  )
}
