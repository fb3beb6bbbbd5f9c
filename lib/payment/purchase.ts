import type { PaidRequest } from './request'
import type { ChosenTerms } from './terms'

/**
 * Names one purchase: the same site asking for the same request under the same terms. While a
 * signature for it lives, no second one is made without the user's word.
 */
export function purchaseKey(
  site: string,
  request: Pick<PaidRequest, 'method' | 'url'>,
  terms: Pick<ChosenTerms, 'networkId' | 'asset' | 'payTo' | 'amount'>,
): string {
  const url = new URL(request.url)
  url.hash = ''
  const asset = terms.asset.toLowerCase()
  const payTo = terms.payTo.toLowerCase()
  return [site, request.method, url.href, terms.networkId, asset, payTo, terms.amount].join(' ')
}
