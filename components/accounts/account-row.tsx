import { Eye, KeyRound, type LucideIcon, Sprout, Wallet } from 'lucide-react'
import { i18n } from '#i18n'
import type { Account } from '../../lib/wallet/accounts'
import { shortAddress } from '../payment/short-address'
import { Badge } from '../ui/badge'
import { CopyButton } from '../ui/copy-button'
import { accountName, kindWords } from './account-words'
import { WorthWords } from './worth-words'

const ICON: Record<Account['kind'], LucideIcon> = {
  derived: Sprout,
  imported: KeyRound,
  watch: Eye,
  external: Wallet,
}

interface Props {
  account: Account
  all: readonly Account[]
  pays: boolean
  chosen: boolean
  onChoose: () => void
}

/** One account in the list: who it is, what it holds, whether it pays. */
export function AccountRow({ account, all, pays, chosen, onChoose }: Props) {
  const name = accountName(account)
  const Icon = ICON[account.kind]
  return (
    <li
      className={`flex items-center gap-1 rounded-2xl border pe-2 transition-colors ${chosen ? 'border-copper bg-copper-soft/40' : 'border-line hover:border-line-strong'}`}
    >
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-2xl p-3 text-start"
      >
        <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-copper-soft text-copper max-sm:hidden">
          <Icon aria-hidden className="size-5" />
        </span>
        <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium wrap-anywhere">{name}</span>
              {pays && <Badge tone="good">{i18n.t('accounts.pays')}</Badge>}
            </span>
            <span className="block text-sm text-muted wrap-anywhere">
              {kindWords(account, all)} ·{' '}
              <span className="code">{shortAddress(account.address)}</span>
            </span>
          </span>
          <WorthWords address={account.address} />
        </span>
      </button>
      <CopyButton text={account.address} label={i18n.t('accounts.copy', [name, account.address])} />
    </li>
  )
}
