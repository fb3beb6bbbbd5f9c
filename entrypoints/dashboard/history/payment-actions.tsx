import { i18n } from '#i18n'
import { useAccounts } from '../../../components/hooks/use-accounts'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { LINK } from '../../../components/ui/link'
import { ProblemNote } from '../../../components/ui/problem-note'
import { momentWords } from '../../../components/words/time'
import { sendCommand } from '../../../lib/messages'
import { evidenceFile } from '../../../lib/payment/evidence'
import type { Payment } from '../../../lib/payment/payment'
import { isReusable } from '../../../lib/payment/retry'
import { isOwn } from '../../../lib/wallet/accounts'
import { saveFile } from './save-file'

/** What can be done about a payment that did not end well. */
export function PaymentActions({ payment }: { payment: Payment }) {
  const cancel = useCommand()
  const accounts = useAccounts()
  const { id, request, authorization, disputes } = payment
  const now = Date.now()
  const isOpen = payment.state === 'unknown' && authorization && !payment.provenSpent
  // What another wallet has signed only that wallet could cancel.
  const isOurs = accounts?.some((one) => isOwn(one) && one.address === authorization?.payer)
  const ends = (authorization?.validBefore ?? 0) * 1000
  const complaint = payment.state === 'undelivered' || isOpen || !!disputes?.length
  if (!complaint) return null
  return (
    <div className="flex flex-wrap items-center gap-2 md:col-span-2">
      {isOpen && ends > now && (
        <>
          <p className="basis-full text-sm text-muted">
            {i18n.t('detail.endsByItself', [momentWords(ends)])}
          </p>
          {isOurs && (
            <Button
              size="small"
              inert={cancel.busy || payment.cancel !== undefined}
              onClick={() => cancel.run(() => sendCommand('cancelPayment', { paymentId: id }))}
            >
              {payment.cancel ? i18n.t('detail.cancelling') : i18n.t('detail.cancel')}
            </Button>
          )}
        </>
      )}
      {isReusable(payment, now) && request.method === 'GET' && (
        <a className={`${LINK} text-sm`} href={request.url} target="_blank" rel="noreferrer">
          {i18n.t('detail.openAgain')}
        </a>
      )}
      <Button size="small" onClick={() => saveEvidence(payment)}>
        {i18n.t('detail.saveEvidence')}
      </Button>
      <div className="basis-full">
        <ProblemNote problem={cancel.problem} />
      </div>
    </div>
  )
}

function saveEvidence(payment: Payment): void {
  const file = new Blob([evidenceFile(payment, Date.now())], { type: 'application/json' })
  saveFile(`payment-${payment.id.slice(0, 8)}.json`, file)
}
