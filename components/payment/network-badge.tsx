import { networkById } from '../../lib/payment/networks'
import { Badge } from '../ui/badge'
import { networkWords } from '../words/network'

export function NetworkBadge({ networkId }: { networkId: string }) {
  return (
    <Badge tone={networkById(networkId)?.testnet ? 'wait' : 'quiet'}>
      {networkWords(networkId)}
    </Badge>
  )
}
