import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { CopyButton } from '../../../components/ui/copy-button'
import { LINK } from '../../../components/ui/link'
import { momentWords } from '../../../components/words/time'
import { sendCommand } from '../../../lib/messages'
import { networkById } from '../../../lib/payment/networks'
import type { ChosenTerms } from '../../../lib/payment/terms'
import type { BalanceRow } from '../../../lib/store/db'
import { formatMoney } from '../../../lib/words/money'
import { dashboardUrl } from '../dashboard-url'

interface Props {
  balance: BalanceRow | null | undefined
  terms: ChosenTerms
  account: string
}

/** What the wallet holds of the asked token, and what to do when that is too little. */
export function BalanceLine({ balance, terms, account }: Props) {
  const refresh = useCommand()
  if (!balance) return <p className="h-5 text-sm text-muted">{i18n.t('balance.unknown')}</p>

  const have = i18n.t('balance.have', [formatMoney(balance.amount, terms)])
  const asOf = balance.stale ? ` · ${i18n.t('balance.stale', [momentWords(balance.at)])}` : ''
  if (balance.amount >= terms.amount) {
    return (
      <p className="h-5 text-sm text-muted">
        {have}
        {asOf}
      </p>
    )
  }
  return (
    <div role="status" className="rounded-xl bg-wait-soft px-3.5 py-2.5 text-sm">
      <p className="font-medium text-wait">{i18n.t('balance.notEnough')}</p>
      <p className="mt-0.5">
        {have}
        {asOf}
      </p>
      <p className="mt-0.5">
        {i18n.t('balance.addFunds', [
          terms.symbol,
          networkById(terms.networkId)?.name ?? terms.networkId,
        ])}
      </p>
      <div className="mt-1 -ms-2.5 flex flex-wrap">
        <a
          href={dashboardUrl('/wallet')}
          target="_blank"
          rel="noreferrer"
          className={`${LINK} px-2.5 py-1`}
        >
          {i18n.t('topUp.title')}
        </a>
        <CopyButton wide text={account} label={i18n.t('balance.copyAddress')} />
        <Button
          look="quiet"
          size="small"
          inert={refresh.busy}
          onClick={() =>
            refresh.run(() => sendCommand('refreshAccount', { address: account, all: false }))
          }
        >
          {i18n.t('common.checkAgain')}
        </Button>
      </div>
    </div>
  )
}
