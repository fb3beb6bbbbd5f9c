import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { NETWORKS } from '../../../lib/payment/networks'
import { getDisabledNetworks, getRpcUrls } from '../../../lib/store/settings'
import { NetworkRow } from './network-row'

/** Every network that Tuppence knows, real money first. */
export function NetworkList() {
  const urls = useLiveQuery(getRpcUrls, [])
  const disabled = useLiveQuery(getDisabledNetworks, [])
  if (!urls || !disabled) return null
  return (
    <ul aria-label={i18n.t('settings.rpc')} className="max-w-xl divide-y divide-line">
      {NETWORKS.map((network) => (
        <NetworkRow
          key={network.id}
          network={network}
          enabled={!disabled.has(network.id)}
          own={urls[network.id]}
        />
      ))}
    </ul>
  )
}
