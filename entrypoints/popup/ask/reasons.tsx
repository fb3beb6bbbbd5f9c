import { i18n } from '#i18n'
import { reasonWords } from '../../../components/words/reason'
import type { Reason } from '../../../lib/payment/policy'

/** Reasons that warn, rather than tell of the user's own settings. */
const WARNINGS: ReadonlySet<Reason['code']> = new Set([
  'other_payee',
  'insecure_page',
  'already_signed',
  'frame_asks',
  'other_currency',
  'pay_to_changed',
  'price_unusual',
  'looks_like',
  'mixed_letters',
  'other_resource',
  'clock_differs',
])

/** Why this is not simply paid. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul aria-label={i18n.t('popup.why')} className="mt-3 space-y-1 text-sm">
      {reasons.map((reason) => (
        <li
          key={reason.code}
          className={`wrap-anywhere ${WARNINGS.has(reason.code) ? 'font-medium text-wait' : 'text-muted'}`}
        >
          {reasonWords(reason)}
        </li>
      ))}
    </ul>
  )
}
