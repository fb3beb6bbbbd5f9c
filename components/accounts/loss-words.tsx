import { i18n } from '#i18n'
import type { Account } from '../../lib/wallet/accounts'
import { formatUsd } from '../../lib/words/money'
import { useBalances } from '../hooks/use-balances'
import { plainText } from '../payment/plain-text'
import { worthOf } from './worth'

interface Props {
  account: Account
  /** Nothing else in the wallet has its key. */
  takesKey?: boolean
}

/** What is lost with an account. */
export function LossWords({ account, takesKey = false }: Props) {
  const { real = 0n } = worthOf(useBalances(account.address) ?? [])
  if (!takesKey) return <p className="text-[0.9375rem]">{harmless(account)}</p>
  return (
    <div className="flex flex-col gap-1 rounded-xl bg-wait-soft px-4 py-3 text-[0.9375rem]">
      <p>
        {account.kind === 'derived' ? i18n.t('accounts.removeWords') : i18n.t('accounts.removeKey')}
      </p>
      {real > 0n && (
        <p className="font-medium">{i18n.t('accounts.removeHolds', [formatUsd(real)])}</p>
      )}
    </div>
  )
}

function harmless(account: Account): string {
  switch (account.kind) {
    case 'watch':
      return i18n.t('accounts.removeWatch')
    case 'external':
      return i18n.t('accounts.removeExternal', [plainText(account.walletName, 40)])
    default:
      return i18n.t('accounts.removeDerived')
  }
}
