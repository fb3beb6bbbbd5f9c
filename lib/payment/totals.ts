import { countsAsSpent, isOutstanding } from './lifecycle'
import type { Payment } from './payment'

/**
 * Running totals: what was spent is added up in stretches of time when it is written, so that a
 * decision costs the same whatever the length of the history. Stretches of a quarter of an hour
 * begin at every midnight of every time zone; a day of UTC and 32 of them keep the reading short.
 */
export type Grain = 'quarter' | 'day' | 'era'

const QUARTER_MS = 15 * 60_000
const DAY_MS = 96 * QUARTER_MS
const ERA_MS = 32 * DAY_MS
const GRAINS: Record<Grain, number> = { quarter: QUARTER_MS, day: DAY_MS, era: ERA_MS }

/** Micro-dollars. `outstanding` is signed for, or about to be, and not yet answered for. */
export interface Sum {
  settled: bigint
  outstanding: bigint
}

export interface TotalRow extends Sum {
  /** See `scopeOf`. */
  scope: string
  grain: Grain
  /** Milliseconds since 1970. */
  start: number
}

/** Whose money: real or test money apart, of all sites, of one, or to one payee on one site. */
export function scopeOf(testnet: boolean, site?: string, payee?: string): string {
  const scope = `${testnet ? 'test' : 'real'} ${site ?? '*'}`
  return payee ? `${scope} ${payee}` : scope
}

type Counted = Pick<Payment, 'state' | 'site' | 'payeeOrigin' | 'spentAt' | 'terms'>

/** What a step adds to each total and takes off it; nothing where the step moves no money. */
export function changeOfTotals(before: Counted | undefined, after: Counted): TotalRow[] {
  const rows = new Map<string, TotalRow>()
  if (before) add(rows, before, -1n)
  add(rows, after, 1n)
  return [...rows.values()].filter(
    ({ settled, outstanding }) => settled !== 0n || outstanding !== 0n,
  )
}

/** All totals of these payments, from nothing: what running totals have to equal. */
export function totalsOf(payments: Iterable<Counted>): TotalRow[] {
  const rows = new Map<string, TotalRow>()
  for (const payment of payments) add(rows, payment, 1n)
  return [...rows.values()]
}

/** What these payments come to in one scope, one by one: for stretches too short for totals. */
export function sumOf(payments: Iterable<Counted>, scope: string): Sum {
  const sum = { settled: 0n, outstanding: 0n }
  for (const payment of payments) {
    if (scopesOf(payment).includes(scope)) sum[partOf(payment)] += amountOf(payment)
  }
  return sum
}

function add(rows: Map<string, TotalRow>, payment: Counted, sign: 1n | -1n): void {
  const { spentAt } = payment
  if (spentAt === undefined) return
  for (const scope of scopesOf(payment)) {
    for (const grain of Object.keys(GRAINS) as Grain[]) {
      const start = floor(spentAt, GRAINS[grain])
      const key = `${scope} ${grain} ${start}`
      const row = rows.get(key) ?? { scope, grain, start, settled: 0n, outstanding: 0n }
      row[partOf(payment)] += sign * amountOf(payment)
      rows.set(key, row)
    }
  }
}

/** Where a payment counts: nowhere when nothing was spent. */
function scopesOf({ state, site, payeeOrigin, terms }: Counted): string[] {
  const { testnet, microUsd } = terms
  // Other currencies than the dollar have no value in dollars; they are never paid silently.
  if (!countsAsSpent(state) || microUsd === undefined) return []
  const scopes = [scopeOf(testnet), scopeOf(testnet, site)]
  return payeeOrigin === site ? scopes : [...scopes, scopeOf(testnet, site, payeeOrigin)]
}

function partOf({ state }: Counted): keyof Sum {
  return isOutstanding(state) ? 'outstanding' : 'settled'
}

function amountOf({ terms }: Counted): bigint {
  return terms.microUsd ?? 0n
}

/** A stretch of totals of one grain: from `start` to before `end`. */
export interface Range {
  grain: Grain
  start: number
  end: number
}

/** When the first whole quarter of an hour begins: totals tell nothing of what was before. */
export function firstQuarter(from: number): number {
  return ceil(from, QUARTER_MS)
}

/**
 * The totals that make up everything since the first whole quarter: quarters up to the next day,
 * days up to the next era, eras from there on. What a clock that was set back has put into the
 * future counts as well.
 */
export function rangesSince(from: number): Range[] {
  const quarter = firstQuarter(from)
  const day = ceil(quarter, DAY_MS)
  const era = ceil(day, ERA_MS)
  const ranges: Range[] = [
    { grain: 'quarter', start: quarter, end: day },
    { grain: 'day', start: day, end: era },
    { grain: 'era', start: era, end: Number.POSITIVE_INFINITY },
  ]
  return ranges.filter(({ start, end }) => start < end)
}

export function addUp(sums: Iterable<Sum>): Sum {
  const all = { settled: 0n, outstanding: 0n }
  for (const { settled, outstanding } of sums) {
    all.settled += settled
    all.outstanding += outstanding
  }
  return all
}

function floor(at: number, size: number): number {
  return Math.floor(at / size) * size
}

function ceil(at: number, size: number): number {
  return Math.ceil(at / size) * size
}
