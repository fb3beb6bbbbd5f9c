import { db } from './db'
import { type Payer, payerOf } from './payer'
import { getDisabledNetworks, getLimits, getSiteRule } from './settings'

/** What there is to pay a site with. */
export interface Means {
  /** Nothing without a wallet. */
  payer: Payer | undefined
  /** As last seen, by `balanceKey`; atomic units. */
  balances: ReadonlyMap<string, bigint>
  /** Networks that the user has switched off. */
  disabled: ReadonlySet<string>
  /** Whether limits may pay there, for all that the user has said of it. */
  isAutomatic: boolean
}

/** Reads it all at one moment, and in one go. */
export function meansFor(site: string): Promise<Means> {
  const tables = [db.wallet, db.accounts, db.siteAccounts, db.balances, db.settings, db.siteRules]
  return db.transaction('r', tables, async () => {
    const [payer, rows, disabled, { autoApprove }, rule] = await Promise.all([
      payerOf({ site }),
      db.balances.toArray(),
      getDisabledNetworks(),
      getLimits(),
      getSiteRule(site),
    ])
    const balances = new Map(rows.map(({ key, amount }) => [key, amount]))
    const isAutomatic = autoApprove && (rule === undefined || rule.mode === 'auto')
    return { payer, balances, disabled, isAutomatic }
  })
}
