import { i18n } from '#i18n'
import { tokenAt } from '../../lib/payment/networks'
import type { Arrival } from '../../lib/wallet/top-up'
import { formatMoney } from '../../lib/words/money'
import type { SentTopUp } from '../hooks/use-arrival'
import { TransactionLink } from '../payment/transaction-link'

const TONE: Record<Arrival, string> = {
  waiting: 'text-wait',
  arrived: 'text-good',
  failed: 'text-bad',
}

interface Props {
  sent: SentTopUp
  arrival: Arrival
}

/** What became of a top-up, with its transaction. */
export function ArrivalNote({ sent, arrival }: Props) {
  const token = tokenAt(sent.networkId, sent.asset)
  if (!token) return null
  return (
    <p role="status" className="text-sm">
      <span className={`me-2 font-medium ${TONE[arrival]}`}>
        {i18n.t(`topUp.${arrival}`, [formatMoney(BigInt(sent.amount), token)])}
      </span>
      <TransactionLink networkId={sent.networkId} transaction={sent.transaction}>
        {i18n.t('popup.viewTransaction')}
      </TransactionLink>
    </p>
  )
}
