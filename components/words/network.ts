import { i18n } from '#i18n'
import { networkById } from '../../lib/payment/networks'

/** `Base`, `Base Sepolia · test money`. */
export function networkWords(networkId: string): string {
  const network = networkById(networkId)
  if (!network) return networkId
  return network.testnet ? i18n.t('common.networkTest', [network.name]) : network.name
}
