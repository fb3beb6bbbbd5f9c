import { useLiveQuery } from 'dexie-react-hooks'
import { type ProblemData, toProblemData } from '../../lib/problem'
import { accounts, mustBeRemovable } from '../../lib/store/accounts'
import { db, type SiteAccountRow } from '../../lib/store/db'
import type { Account } from '../../lib/wallet/accounts'

/** All accounts in the user's order. A wallet of the first version has none until it is opened. */
export function useAccounts(): Account[] | undefined {
  return useLiveQuery(accounts, [])
}

/** The sites that have an account of their own. */
export function useSiteAccounts(): SiteAccountRow[] | undefined {
  return useLiveQuery(() => db.siteAccounts.orderBy('site').toArray(), [])
}

/** Origins of the sites that have been paid before. */
export function usePaidSites(): string[] | undefined {
  return useLiveQuery(async () => {
    const sites = await db.acquaintances.orderBy('site').uniqueKeys()
    return sites.map(String)
  }, [])
}

/** Why an account cannot be removed, `null` when it can. */
export function useRefusal(accountId: string): ProblemData | null | undefined {
  return useLiveQuery(
    () =>
      mustBeRemovable(accountId).then(
        () => null,
        (problem) => toProblemData(problem, 'account_not_found'),
      ),
    [accountId],
  )
}
