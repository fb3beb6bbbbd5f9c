import type { Budget, BudgetState } from '../payment/budget'
import type { Payment } from '../payment/payment'
import {
  addUp,
  changeOfTotals,
  firstQuarter,
  rangesSince,
  type Sum,
  scopeOf,
  sumOf,
  type TotalRow,
  totalsOf,
} from '../payment/totals'
import { db } from './db'

type Key = [scope: string, grain: string, start: number]

/** Writes what a step of a payment changes in the totals. Part of the transaction of that step. */
export async function applyTotals(before: Payment | undefined, after: Payment): Promise<void> {
  const changes = changeOfTotals(before, after)
  if (changes.length === 0) return
  const old = await db.totals.bulkGet(changes.map(keyOf))
  await db.totals.bulkPut(
    changes.map((change, index) => ({ ...change, ...addUp([change, old[index] ?? NOTHING]) })),
  )
}

/** What counts against each budget. Reads a few rows, however long the history is. */
export function statesOf(
  budgets: readonly Budget[],
  testnet: boolean,
  site: string,
  payee?: string,
): Promise<BudgetState[]> {
  const scopes = {
    all: scopeOf(testnet),
    site: scopeOf(testnet, site),
    pair: scopeOf(testnet, site, payee),
  }
  return Promise.all(
    budgets.map(async (budget) => ({
      ...budget,
      ...(await sumSince(scopes[budget.of], budget.since)),
    })),
  )
}

/**
 * Everything of a scope since then, to the millisecond: totals from the first whole quarter of an
 * hour on, and payment by payment before that.
 */
export async function sumSince(scope: string, since: number): Promise<Sum> {
  const [part, whole] = await Promise.all([partSince(scope, since), wholeSince(scope, since)])
  return addUp([part, whole])
}

/** What was spent before the first whole quarter of an hour. */
async function partSince(scope: string, since: number): Promise<Sum> {
  const quarter = firstQuarter(since)
  if (since === quarter) return NOTHING
  return sumOf(await db.payments.where('spentAt').between(since, quarter).toArray(), scope)
}

/** What the totals add up to from then on, see `rangesSince`. */
async function wholeSince(scope: string, since: number): Promise<Sum> {
  const rows = await Promise.all(
    rangesSince(since).map(({ grain, start, end }) => {
      const [lower, upper]: Key[] = [
        [scope, grain, start],
        [scope, grain, end],
      ]
      return db.totals.where(INDEX).between(lower, upper, true, false).toArray()
    }),
  )
  return addUp(rows.flat())
}

/** Adds all totals up again from the payments: they equal what was there, or are mended. */
export function rebuildTotals(): Promise<void> {
  return db.transaction('rw', db.payments, db.totals, async () => {
    const rows = totalsOf(await db.payments.toArray())
    await db.totals.clear()
    await db.totals.bulkPut(rows)
  })
}

const INDEX = '[scope+grain+start]'
const NOTHING: Sum = { settled: 0n, outstanding: 0n }

function keyOf({ scope, grain, start }: TotalRow): Key {
  return [scope, grain, start]
}
