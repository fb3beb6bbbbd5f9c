import { useLiveQuery } from 'dexie-react-hooks'
import type { Limits } from '../../lib/payment/limits'
import type { PairRuleRow, SiteRuleRow } from '../../lib/store/db'
import { getLimits, getPairRule, getSiteRule } from '../../lib/store/settings'

export function useLimits(): Limits | undefined {
  return useLiveQuery(getLimits, [])
}

/** The user's rule for a site, `null` when there is none. */
export function useSiteRule(site: string): SiteRuleRow | null | undefined {
  return useLiveQuery(async () => (await getSiteRule(site)) ?? null, [site])
}

/** The user's rule for a payee on a site, `null` when there is none. */
export function usePairRule(site: string, payee: string): PairRuleRow | null | undefined {
  return useLiveQuery(async () => (await getPairRule(site, payee)) ?? null, [site, payee])
}
