import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { type LimitsDraft, readLimits } from '../../../components/limits/limits-draft'
import type { Limits } from '../../../lib/payment/limits'
import { type Preview, previewOf } from '../../../lib/payment/preview'
import { lastWeek } from '../../../lib/store/week'

/** What the limits as typed would have done with the last week's payments, where there are any. */
export function PreviewLine({ draft }: { draft: LimitsDraft }) {
  const week = useLiveQuery(() => lastWeek(Date.now()), [])
  const limits = typedLimits(draft)
  const preview = week && limits ? previewOf(week, limits) : undefined
  return (
    <p role="status" className="max-w-xl text-[0.9375rem] text-muted">
      {preview && preview.paid > 0 && previewWords(preview)}
    </p>
  )
}

/** Nothing while an amount cannot be read. */
function typedLimits(draft: LimitsDraft): Limits | undefined {
  const reading = readLimits(draft)
  if ('faults' in reading) return undefined
  const { total, ...amounts } = reading.amounts
  return {
    ...amounts,
    autoApprove: true,
    periods: draft.periods,
    ...(total !== undefined && { total: { limit: total, since: 0 } }),
  }
}

function previewWords({ paid, silent }: Preview): string {
  if (silent === paid) return i18n.t('preview.all', paid)
  if (silent === 0) return i18n.t('preview.none', paid)
  return i18n.t('preview.some', silent, [silent, paid])
}
