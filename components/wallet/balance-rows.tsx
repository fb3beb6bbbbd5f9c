import { i18n } from '#i18n'
import { mainToken } from '../../lib/payment/networks'
import type { Holding } from '../../lib/store/holdings'
import { formatMoney } from '../../lib/words/money'
import { useBalances } from '../hooks/use-balances'
import { momentWords } from '../words/time'

/** Last known balances: of the tokens that matter, or of all. */
export function BalanceRows({ account, all = false }: { account: string; all?: boolean }) {
  const balances = useBalances(account, all)
  return (
    <dl className="mt-2 space-y-2">
      {balances?.map((balance) => (
        <BalanceOf key={`${balance.network.id} ${balance.token.address}`} balance={balance} />
      ))}
    </dl>
  )
}

function BalanceOf({ balance: { network, token, row } }: { balance: Holding }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-sm">
        {network.name}
        {token !== mainToken(network.id) && <span className="text-muted"> · {token.symbol}</span>}
        {network.testnet && <span className="text-wait"> · {i18n.t('common.testMoney')}</span>}
      </dt>
      <dd className="text-end">
        {row ? (
          <span className="text-xl font-semibold tracking-tight">
            {formatMoney(row.amount, token)}
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
