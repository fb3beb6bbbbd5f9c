import { RefreshCw } from 'lucide-react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { BalanceRows } from '../../../components/wallet/balance-rows'
import { sendCommand } from '../../../lib/messages'

/** Whether the money is there. */
export function FundBalance({ account }: { account: `0x${string}` }) {
  const refresh = useCommand()
  return (
    <section
      aria-label={i18n.t('balance.title')}
      className="rounded-xl bg-sunken px-4 pt-1.5 pb-2.5"
    >
      <BalanceRows account={account} />
      <ProblemNote problem={refresh.problem} />
      <Button
        look="quiet"
        size="small"
        className="mt-1 -ms-2.5"
        inert={refresh.busy}
        onClick={() =>
          refresh.run(() => sendCommand('refreshAccount', { address: account, all: false }))
        }
      >
        <RefreshCw aria-hidden className={`size-4 ${refresh.busy ? 'animate-spin' : ''}`} />
        {i18n.t('common.checkAgain')}
      </Button>
    </section>
  )
}
