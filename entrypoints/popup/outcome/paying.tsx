import { i18n } from '#i18n'
import { useOtherWallet } from '../../../components/hooks/use-payer'
import { needsAnotherTry } from '../../../components/payment/another-try'
import { Subject } from '../../../components/payment/subject-line'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import type { Payment } from '../../../lib/payment/payment'

const STEPS = ['reserved', 'signed', 'sent'] as const

/** How far a payment is, calmly. */
export function Paying({ payment }: { payment: Payment }) {
  const other = useOtherWallet(payment.authorization?.payer)
  const at = (STEPS as readonly PaymentState[]).indexOf(payment.state)
  return (
    <div className="px-5 pt-4 pb-5">
      <Subject payment={payment} />
      {payment.state === 'signed' && !payment.header && other && (
        <p className="mt-3 rounded-xl bg-copper-soft px-3.5 py-2.5 text-sm wrap-anywhere">
          {i18n.t('external.asking', [other])}
        </p>
      )}
      {payment.state === 'signed' && payment.header && needsAnotherTry(payment.request) && (
        <p role="status" className="mt-3 rounded-xl bg-copper-soft px-3.5 py-2.5 text-sm">
          {i18n.t('popup.tryNow')}
        </p>
      )}
      <ol className="mt-4 space-y-2.5 text-sm">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === at ? 'step' : undefined}
            className={`flex items-center gap-3 ${index === at ? 'font-medium' : 'text-muted'}`}
          >
            <span
              aria-hidden
              className={`size-2.5 rounded-full ${index > at ? 'bg-line' : 'bg-copper'} ${index === at ? 'animate-breathe' : ''}`}
            />
            {i18n.t(`step.${step}`)}
          </li>
        ))}
      </ol>
    </div>
  )
}
