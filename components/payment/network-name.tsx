import { i18n } from '#i18n'
import { networkById } from '../../lib/payment/networks'

/** The network's name, and under it that its money is not worth anything. */
export function NetworkName({ networkId }: { networkId: string }) {
  const network = networkById(networkId)
  return (
    <span className="text-sm whitespace-nowrap">
      {network?.name ?? networkId}
      {network?.testnet && <span className="block text-wait">{i18n.t('common.testMoney')}</span>}
    </span>
  )
}
