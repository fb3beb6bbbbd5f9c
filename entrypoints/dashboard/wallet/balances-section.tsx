import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { i18n } from '#i18n'
import { useBalances } from '../../../components/hooks/use-balances'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { BalanceRows } from '../../../components/wallet/balance-rows'
import { sendCommand } from '../../../lib/messages'
import { Section } from '../section'

interface Props {
  title: string
  account: `0x${string}`
}

/** What is in an account, as last seen. */
export function BalancesSection({ title, account }: Props) {
  const [all, setAll] = useState(false)
  const refresh = useCommand()
  useEffect(() => {
    // What is known shows meanwhile, and says so when it is old.
    sendCommand('refreshAccount', { address: account, all: false }).catch(() => undefined)
  }, [account])
  const stale = useBalances(account, all)?.some(({ row }) => row?.stale) ?? false
  return (
    <Section title={title}>
      <div className="max-w-md">
        <BalanceRows account={account} all={all} />
      </div>
      <p role="status" className={stale ? 'mt-3 text-sm text-wait' : 'sr-only'}>
        {stale ? i18n.t('wallet.staleText') : ''}
      </p>
      <ProblemNote problem={refresh.problem} />
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Button
          inert={refresh.busy}
          onClick={() =>
            refresh.run(() => sendCommand('refreshAccount', { address: account, all }))
          }
        >
          <RefreshCw aria-hidden className={`size-4 ${refresh.busy ? 'animate-spin' : ''}`} />
          {i18n.t('balance.refresh')}
        </Button>
        <Button look="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? i18n.t('balance.showFewer') : i18n.t('balance.showAll')}
        </Button>
      </div>
    </Section>
  )
}
