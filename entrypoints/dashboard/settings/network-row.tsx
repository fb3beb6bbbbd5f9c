import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Badge } from '../../../components/ui/badge'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Switch } from '../../../components/ui/switch'
import { sendCommand } from '../../../lib/messages'
import { isPayable, type Network, TOKENS } from '../../../lib/payment/networks'
import { RpcForm } from './rpc-form'

interface Props {
  network: Network
  enabled: boolean
  /** The user's own endpoint, if set. */
  own: string | undefined
}

/** One network: on or off, its tokens and, when opened, its server. */
export function NetworkRow({ network, enabled, own }: Props) {
  const [open, setOpen] = useState(false)
  const formId = useId()
  const command = useCommand()
  const turn = (on: boolean) =>
    command.run(() => sendCommand('setNetworkEnabled', { networkId: network.id, enabled: on }))

  return (
    <li className="py-2.5">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <span className="me-2 font-medium">{network.name}</span>
          {network.testnet && <Badge tone="wait">{i18n.t('common.testMoney')}</Badge>}
          <span className="block text-sm text-muted">{tokenWords(network)}</span>
        </div>
        <IconButton
          icon={ChevronDown}
          label={i18n.t('settings.server', [network.name])}
          aria-expanded={open}
          aria-controls={open ? formId : undefined}
          className={open ? '[&>svg]:rotate-180' : ''}
          onClick={() => setOpen(!open)}
        />
        <Switch
          checked={enabled}
          aria-label={i18n.t('settings.networkOn', [network.name])}
          onCheckedChange={turn}
        />
      </div>
      <ProblemNote problem={command.problem} />
      {open && (
        <div id={formId} className="pt-3 pb-2">
          <RpcForm network={network} own={own} />
        </div>
      )}
    </li>
  )
}

function tokenWords({ id }: Network): string {
  return TOKENS.filter((token) => token.network === id)
    .map((token) => (isPayable(token) ? token.symbol : i18n.t('settings.notYet', [token.symbol])))
    .join(', ')
}
