import { Trash2 } from 'lucide-react'
import { i18n } from '#i18n'
import { accountName } from '../../../components/accounts/account-words'
import { LetterTile } from '../../../components/brand/letter-tile'
import { useCommand } from '../../../components/hooks/use-command'
import { hostOf } from '../../../components/payment/site'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Select } from '../../../components/ui/select'
import { sendCommand } from '../../../lib/messages'
import type { Account } from '../../../lib/wallet/accounts'

interface Props {
  site: string
  accountId: string
  /** The accounts that can pay. */
  able: readonly Account[]
}

/** One site with the account that pays there; a choice holds at once. */
export function SiteAccountRow({ site, accountId, able }: Props) {
  const command = useCommand()
  const host = hostOf(site)
  const set = (accountId: string | null) =>
    command.run(() => sendCommand('setSiteAccount', { site, accountId }))
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0">
      <LetterTile origin={site} className="size-11 text-lg max-sm:hidden" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <Select
          label={i18n.t('accounts.siteAccount', [host])}
          value={accountId}
          choices={able.map((account) => ({ value: account.id, name: accountName(account) }))}
          onChange={set}
        />
        <ProblemNote problem={command.problem} />
      </div>
      <IconButton
        icon={Trash2}
        label={i18n.t('accounts.siteRemove', [host])}
        className="shrink-0 self-end mb-1"
        onClick={() => set(null)}
      />
    </li>
  )
}
