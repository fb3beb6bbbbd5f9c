import { hostOf } from '../../../components/payment/site'
import type { KnownSite } from '../../../lib/store/sites'

/** What a list of sites can be sorted by. */
export const SITE_ORDERS = ['last', 'spent', 'name'] as const
export type SiteOrder = (typeof SITE_ORDERS)[number]

/** Sites whose name has the text in it, in that order; what is equal by name. */
export function listedSites(
  sites: readonly KnownSite[],
  text: string,
  order: SiteOrder,
): KnownSite[] {
  const wanted = text.trim().toLowerCase()
  return sites
    .filter(({ site }) => site.toLowerCase().includes(wanted))
    .sort((a, b) => COMPARE[order](a, b) || byName(a, b))
}

type Compare = (a: KnownSite, b: KnownSite) => number

const byName: Compare = (a, b) => {
  const [left, right] = [hostOf(a.site), hostOf(b.site)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Real money before test money, the most first. */
const COMPARE: Record<SiteOrder, Compare> = {
  last: (a, b) => (b.last ?? 0) - (a.last ?? 0),
  spent: (a, b) => descending(a.spent.real, b.spent.real) || descending(a.spent.test, b.spent.test),
  name: byName,
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0
}
