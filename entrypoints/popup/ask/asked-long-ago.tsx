import { i18n } from '#i18n'
import { useMinute } from '../../../components/hooks/use-minute'
import { Button } from '../../../components/ui/button'
import { momentWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'

/** Servers seldom keep a price for ever. */
const LONG_MS = 10 * 60_000

interface Props {
  payment: Payment
  inert: boolean
  onAskAgain: () => void
}

/** Terms that have waited for long may be old ones; asking the site again costs nothing. */
export function AskedLongAgo({ payment, inert, onAskAgain }: Props) {
  const now = useMinute()
  if (now - payment.createdAt < LONG_MS) return null
  return (
    <div className="rounded-xl bg-sunken px-3.5 py-2 text-sm">
      <p>{i18n.t('popup.askedLongAgo', [momentWords(payment.createdAt)])}</p>
      <Button look="quiet" size="small" className="-ms-2.5" inert={inert} onClick={onAskAgain}>
        {i18n.t('popup.askAgain')}
      </Button>
    </div>
  )
}
