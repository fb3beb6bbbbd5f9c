import { useRef } from 'react'
import { i18n } from '#i18n'
import { useArmed } from '../../../components/hooks/use-armed'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import type { ShownBundle } from '../../../lib/store/bundle'
import { formatMoney } from '../../../lib/words/money'
import { useView } from '../view'
import { approveEach } from './decide-each'

interface Props {
  bundle: ShownBundle
  /** The bundle is of the payments that are on the screen now. */
  isCurrent: boolean
  /** How many payments the list above shows. */
  of: number
}

/**
 * One answer to several payments: their sum. What it approves is what was added up, each with its
 * terms; it is dead until that has stood unchanged for a moment.
 */
export function PayAll({ bundle, isCurrent, of }: Props) {
  const { payInBulk, report } = useView()
  const paying = useCommand()
  const button = useRef<HTMLButtonElement>(null)
  const armed = useArmed(bundle.approvals.map(({ terms }) => terms).join(), button)
  const total = formatMoney(bundle.total, bundle)
  const count = bundle.payments.length

  const pay = () => {
    const { approvals } = bundle
    report(undefined)
    payInBulk({ total, paymentIds: approvals.map(({ paymentId }) => paymentId) })
    return paying.run(async () => {
      const [refusal] = await approveEach(approvals)
      if (refusal) report(refusal)
    })
  }

  return (
    <>
      {bundle.testnet && (
        <p className="text-center text-xs text-wait">{i18n.t('common.testMoney')}</p>
      )}
      {!bundle.covered && (
        <p role="status" className="text-sm font-medium text-wait">
          {i18n.t('balance.notEnough')}
        </p>
      )}
      <Button
        ref={button}
        look="secondary"
        inert={!armed || !isCurrent || !bundle.covered || paying.busy}
        onClick={pay}
      >
        {count === of ? i18n.t('popup.payAll', [total]) : i18n.t('popup.paySome', [count, total])}
      </Button>
    </>
  )
}
