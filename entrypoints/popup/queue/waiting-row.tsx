import { i18n } from '#i18n'
import { hostOf } from '../../../components/payment/site'
import { subjectOf } from '../../../components/payment/subject'
import { Badge } from '../../../components/ui/badge'
import type { Payment } from '../../../lib/payment/payment'
import { formatMoney } from '../../../lib/words/money'
import { useView } from '../view'

interface Props {
  payment: Payment
  /** Its card is the one above. */
  isShown: boolean
  /** There is more to say about it than its price: not paid together with the others. */
  isAlone: boolean
}

/** One of the payments that wait, and the way to its card. */
export function WaitingRow({ payment, isShown, isAlone }: Props) {
  const show = useView((view) => view.show)
  return (
    <li>
      <button
        type="button"
        aria-current={isShown || undefined}
        onClick={() => {
          show(payment.id)
          window.scrollTo({ top: 0 })
        }}
        className="flex w-full items-center gap-3 rounded-xl px-2 py-1.5 text-start transition-colors hover:bg-sunken aria-[current]:bg-sunken"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm">
            <bdi>{subjectOf(payment)}</bdi>
          </span>
          {payment.payeeOrigin !== payment.site && (
            <span className="block truncate text-xs text-muted">
              {i18n.t('popup.toSite', [hostOf(payment.payeeOrigin)])}
            </span>
          )}
        </span>
        {isAlone && <Badge tone="wait">{i18n.t('popup.lookFirst')}</Badge>}
        <span className="text-sm font-semibold whitespace-nowrap">
          {formatMoney(payment.terms.amount, payment.terms)}
        </span>
      </button>
    </li>
  )
}
