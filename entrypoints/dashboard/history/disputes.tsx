import { i18n } from '#i18n'
import { plainText } from '../../../components/payment/plain-text'
import type { ReceiptDispute } from '../../../lib/payment/payment'

/** Where the site's receipt says something else than the network. */
export function Disputes({ disputes }: { disputes: readonly ReceiptDispute[] | undefined }) {
  if (!disputes?.length) return null
  return (
    <div className="rounded-xl bg-bad-soft px-3.5 py-2.5 text-sm md:col-span-2">
      <h2 className="font-medium text-bad">{i18n.t('dispute.title')}</h2>
      <ul className="mt-1 space-y-1">
        {disputes.map(({ field, claimed, found }) => (
          <li key={field} className="wrap-anywhere">
            {i18n.t(`dispute.${field}`, [plainText(claimed, 80), plainText(found, 80)])}
          </li>
        ))}
      </ul>
    </div>
  )
}
