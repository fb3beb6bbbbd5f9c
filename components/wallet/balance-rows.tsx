import { i18n } from '#i18n'
import { formatUsd, toMicroUsd } from '../../lib/payment/money'
import { type NetworkBalance, useBalances } from '../hooks/use-balances'
import { momentWords } from '../words/time'

/** Last known balance of each network. */
export function BalanceRows({ account }: { account: string }) {
  const balances = useBalances(account)
  return (
    <dl className="mt-2 space-y-2">
      {balances?.map((balance) => (
        <BalanceOf key={balance.network.id} balance={balance} />
      ))}
    </dl>
  )
}

function BalanceOf({ balance: { network, token, row } }: { balance: NetworkBalance }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-sm">
        {network.name}
        {network.testnet && <span className="text-wait"> · {i18n.t('common.testMoney')}</span>}
      </dt>
      <dd className="text-right">
        {row ? (
          <span className="text-xl font-semibold tracking-tight">
            {formatUsd(toMicroUsd(row.amount, token.decimals))}
          </span>
        ) : (
          <span className="text-sm text-muted">{i18n.t('balance.notChecked')}</span>
        )}
        {row?.stale && (
          <span className="block text-xs text-wait">
            {i18n.t('balance.stale', [momentWords(row.at)])}
          </span>
        )}
      </dd>
    </div>
  )
}
