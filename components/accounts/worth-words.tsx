import { i18n } from '#i18n'
import { formatUsd } from '../../lib/words/money'
import { useBalances } from '../hooks/use-balances'
import { worthOf } from './worth'

/** What is known to be in an account. Test money shows where there is some, or nothing else. */
export function WorthWords({ address }: { address: string }) {
  const { real, test } = worthOf(useBalances(address) ?? [])
  return (
    <span className="sm:text-end">
      {real !== undefined && <span className="block font-semibold">{formatUsd(real)}</span>}
      {test !== undefined && (test > 0n || real === undefined) && (
        <span className="block text-sm text-wait">
          {i18n.t('accounts.testMoney', [formatUsd(test)])}
        </span>
      )}
    </span>
  )
}
