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
  return [thingKey(site, request), terms.networkId, asset, payTo, terms.amount].join(' ')
}

/**
 * Names what is bought, whatever it costs: a price that creeps makes nothing new of it. The keys of
 * all its purchases begin with it.
 */
export function thingOf(bought: Buyer & { request: Pick<PaidRequest, 'method' | 'url'> }): string {
  return thingKey(buyerOf(bought), bought.request)
}

function thingKey(site: string, { method, url }: Pick<PaidRequest, 'method' | 'url'>): string {
  return `${site} ${method} ${withoutHash(url)}`
}

/** What is no address, as a backup of somebody else's may have it, stands for itself. */
function withoutHash(text: string): string {
  if (!URL.canParse(text)) return text
  const url = new URL(text)
  url.hash = ''
  return url.href
}

interface Buyer {
  site: string
  asker?: string | undefined
}

/** Whose purchase it is: the site, and the frame in it that asks, if one does. */
export function buyerOf({ site, asker }: Buyer): string {
  return asker ? `${site} ${asker}` : site
}
