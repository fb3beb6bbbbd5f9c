import { i18n } from '#i18n'
import { LetterTile } from '../../components/brand/letter-tile'
import { useCommand } from '../../components/hooks/use-command'
import { hostOf } from '../../components/payment/site'
import { subjectOf } from '../../components/payment/subject'
import { Button } from '../../components/ui/button'
import { ProblemNote } from '../../components/ui/problem-note'
import { sendCommand } from '../../lib/messages'
import { formatMoney } from '../../lib/payment/money'
import type { Payment } from '../../lib/payment/payment'
import { useView } from './view'

/** However many a page makes wait, the popup stays short. */
const SHOWN = 8

/** The other payments that wait, each a way to its card. */
export function WaitingList({
  waiting,
  currentId,
}: {
  waiting: readonly Payment[]
  currentId: string
}) {
  const show = useView((view) => view.show)
  const declineAll = useCommand()
  const others = waiting.filter(({ id }) => id !== currentId)
  if (others.length === 0) return null

  return (
    <section aria-labelledby="also-waiting" className="mt-4">
      <div className="flex items-center justify-between pl-1">
        <h2 id="also-waiting" className="text-sm font-medium text-muted">
          {i18n.t('popup.alsoWaiting')}
        </h2>
        <Button
          look="quiet"
          size="small"
          inert={declineAll.busy}
          onClick={() => declineAll.run(() => decline(waiting))}
        >
          {i18n.t('popup.notNowAll')}
        </Button>
      </div>
      <ProblemNote problem={declineAll.problem} />
      <ul className="mt-1 space-y-1">
        {others.slice(0, SHOWN).map((payment) => (
          <li key={payment.id}>
            <WaitingRow payment={payment} onShow={() => show(payment.id)} />
          </li>
        ))}
      </ul>
      {others.length > SHOWN && (
        <p className="mt-1 pl-2 text-sm text-muted">
          {i18n.t('popup.moreWaiting', others.length - SHOWN)}
        </p>
      )}
    </section>
  )
}

function WaitingRow({ payment, onShow }: { payment: Payment; onShow: () => void }) {
  return (
    <button
      type="button"
      onClick={onShow}
      className="flex w-full items-center gap-3 rounded-xl px-2 py-2 text-left transition-colors hover:bg-sunken"
    >
      <LetterTile origin={payment.payeeOrigin} className="size-8 text-sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{hostOf(payment.payeeOrigin)}</span>
        <span className="block truncate text-xs text-muted">{subjectOf(payment)}</span>
      </span>
      <span className="text-sm font-semibold">
        {formatMoney(payment.terms.amount, payment.terms)}
      </span>
    </button>
  )
}

/** Each on its own: one that was decided elsewhere meanwhile does not keep the others. */
async function decline(payments: readonly Payment[]): Promise<void> {
  await Promise.allSettled(payments.map(({ id }) => sendCommand('decline', { paymentId: id })))
}
