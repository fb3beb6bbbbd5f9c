import { i18n } from '#i18n'
import { MAX_VALIDITY_SECONDS } from '../../lib/wallet/exact'

/** How long a signature lives once made: what the server asks, capped by the wallet. */
export function validityWords(maxTimeoutSeconds: number): string {
  const seconds = Math.min(maxTimeoutSeconds, MAX_VALIDITY_SECONDS)
  return seconds % 60 === 0
    ? i18n.t('detail.validForMinutes', seconds / 60)
    : i18n.t('detail.validFor', seconds)
}
