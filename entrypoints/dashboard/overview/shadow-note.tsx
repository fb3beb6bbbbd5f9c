import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { i18n } from '#i18n'
import { useLimits } from '../../../components/hooks/use-limits'
import { suggestedLimits } from '../../../components/limits/suggested-limits'
import { CARD } from '../../../components/ui/card'
import { LINK } from '../../../components/ui/link'
import type { Limits } from '../../../lib/payment/limits'
import { type Shadow, shadowOf } from '../../../lib/payment/preview'
import { lastWeek } from '../../../lib/store/week'
import { formatUsd } from '../../../lib/words/money'
import { SUGGEST } from '../limits/suggestion'

/** For who is always asked: what limits would have paid in the last week without a click. */
export function ShadowNote() {
  const limits = useLimits()
  return limits && !limits.autoApprove ? <Note limits={limits} /> : null
}

function Note({ limits }: { limits: Limits }) {
  const week = useLiveQuery(() => lastWeek(Date.now()), [])
  if (!week) return null
  const suggested = suggestedLimits(limits)
  const shadow = shadowOf(week, suggested)
  if (shadow.sites === 0) return null
  return (
    <aside className={`${CARD} mb-6 p-6`}>
      <p className="font-semibold">
        {i18n.t('shadow.text', shadow.sites, [String(shadow.sites), moneyWords(shadow)])}
      </p>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">
        {i18n.t('shadow.how', [formatUsd(suggested.perPayment), formatUsd(suggested.perDay)])}
      </p>
      <Link href="/limits" state={SUGGEST} className={`${LINK} mt-3`}>
        {i18n.t('shadow.button')}
      </Link>
    </aside>
  )
}

function moneyWords({ real, test }: Shadow): string {
  if (test === 0n) return formatUsd(real)
  if (real === 0n) return i18n.t('shadow.onlyTest', [formatUsd(test)])
  return i18n.t('shadow.plusTest', [formatUsd(real), formatUsd(test)])
}
