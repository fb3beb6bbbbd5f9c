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
  const asset = terms.asset.toLowerCase()
  const payTo = terms.payTo.toLowerCase()
  return thingKey(site, request) + [terms.networkId, asset, payTo, terms.amount].join(' ')
}

/**
 * What every purchase key of the same thing begins with, whatever it costs: a price that creeps
 * makes nothing new of it.
 */
export function thingKey(site: string, request: Pick<PaidRequest, 'method' | 'url'>): string {
  const url = new URL(request.url)
  url.hash = ''
  return `${site} ${request.method} ${url.href} `
}

/** Whose purchase it is: the site, and the frame in it that asks, if one does. */
export function buyerOf({ site, asker }: { site: string; asker?: string | undefined }): string {
  return asker ? `${site} ${asker}` : site
}
