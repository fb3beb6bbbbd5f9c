import { i18n } from '#i18n'
import { useBalance } from '../../../components/hooks/use-balances'
import { useCommand } from '../../../components/hooks/use-command'
import { type ShownPayer, usePayer } from '../../../components/hooks/use-payer'
import { NetworkBadge } from '../../../components/payment/network-badge'
import { neighbourOf, type PopupQueue } from '../../../components/payment/queue'
import { hostOf } from '../../../components/payment/site'
import { Subject } from '../../../components/payment/subject-line'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import { displayedTerms } from '../../../lib/payment/displayed'
import type { Payment } from '../../../lib/payment/payment'
import { hasReason } from '../../../lib/payment/policy'
import { formatMoney } from '../../../lib/words/money'
import { RememberedToast } from '../remember/remembered-toast'
import { useView } from '../view'
import { AskedLongAgo } from './asked-long-ago'
import { BalanceLine } from './balance-line'
import { BoughtBefore } from './bought-before'
import { BudgetLine } from './budget-line'
import { PayButton } from './pay-button'
import { PayerLine } from './payer-line'
import { Price } from './price'
import { Reasons } from './reasons'
import { StandingRule } from './standing-rule'
import { TermsDetails } from './terms-details'

interface Props {
  payment: Payment
  queue: PopupQueue
}

/** The question: what, how much, to whom, from which account. */
export function Ask(props: Props) {
  const payer = usePayer(props.payment)
  return payer ? <Question {...props} payer={payer} /> : null
}

function Question({ payment, queue, payer }: Props & { payer: ShownPayer }) {
  const { terms } = payment
  const account = payer.address
  const { show, report } = useView()
  const decision = useCommand()
  const balance = useBalance(account, terms.networkId, terms.asset)
  const covered = !balance || balance.amount >= terms.amount
  // Digest of what this very render shows; it goes back with the approval.
  const shownTerms = displayedTerms({ ...payment, payer: account })
  const again = hasReason(payment.reasons, 'paid_before')

  const approve = () =>
    decision.run(async () => {
      report(undefined)
      try {
        await sendCommand('approve', { paymentId: payment.id, terms: shownTerms })
      } catch (problem) {
        report({ paymentId: payment.id, problem })
        throw problem
      }
    })
  const choose = (accountId: string) =>
    decision.run(async () => {
      await sendCommand('choosePayer', { paymentId: payment.id, accountId })
      const address = payer.choices.find(({ id }) => id === accountId)?.address
      // The balance on the screen is the last known one; it may stay as it is.
      if (address) sendCommand('refreshAccount', { address, all: false }).catch(() => undefined)
    })
  const withoutPaying = (command: 'decline' | 'openUnpaid') =>
    decision.run(async () => {
      await sendCommand(command, { paymentId: payment.id })
      show(neighbourOf(queue.waiting, payment.id))
    })

  return (
    <>
      <div className="px-5 pt-3">
        <Price amount={formatMoney(terms.amount, terms)} />
        <p className="mt-1 text-muted wrap-anywhere">
          {i18n.t('popup.toSite', [hostOf(payment.payeeOrigin)])}
        </p>
        <div className="mt-3">
          <Subject payment={payment} />
        </div>
        <div className="mt-3">
          <NetworkBadge networkId={terms.networkId} />
        </div>
        {again && <BoughtBefore payment={payment} />}
        <Reasons reasons={payment.reasons.filter(({ code }) => code !== 'paid_before')} />
      </div>
      <div className="flex flex-col gap-2 px-5 pt-4 pb-4">
        <PayerLine payer={payer} onChoose={choose} />
        <BalanceLine balance={balance} terms={terms} account={account} />
        <BudgetLine payment={payment} />
        <AskedLongAgo
          payment={payment}
          inert={decision.busy}
          onAskAgain={() => withoutPaying('openUnpaid')}
        />
        <ProblemNote problem={decision.problem} />
        {again && (
          <Button
            look="primary"
            size="large"
            className="w-full"
            inert={decision.busy}
            onClick={() => withoutPaying('openUnpaid')}
          >
            {i18n.t('popup.openUnpaid')}
          </Button>
        )}
        <PayButton
          again={again}
          amount={formatMoney(terms.amount, terms)}
          armingKey={shownTerms}
          inert={!covered || decision.busy}
          onPay={approve}
        />
        <Button className="w-full" inert={decision.busy} onClick={() => withoutPaying('decline')}>
          {i18n.t('popup.notNow')}
        </Button>
      </div>
      <StandingRule payment={payment} />
      <RememberedToast className="mx-5 mb-3" />
      <TermsDetails payment={payment} />
    </>
  )
}
