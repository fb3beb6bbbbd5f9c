import { type AmountFault, readAmount } from '../../../components/payment/amount-field'
import { HISTORY_STATUSES, statesOf } from '../../../components/payment/status'
import { endOfDay } from '../../../lib/payment/history/days'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import { searchTerms } from '../../../lib/payment/history/search'

const FIELDS = [
  'q',
  'site',
  'status',
  'network',
  'account',
  'money',
  'from',
  'to',
  'least',
  'most',
] as const

export type QueryField = (typeof FIELDS)[number]

/** Search and filters as chosen and typed, as they stand in the address; empty is not set. */
export type HistoryQuery = Readonly<Record<QueryField, string>>

/** Reads the query of an address; what it does not know it leaves alone. */
export function readQuery(search: string): HistoryQuery {
  const params = new URLSearchParams(search)
  const entries = FIELDS.map((field) => [field, params.get(field) ?? ''])
  return Object.fromEntries(entries) as HistoryQuery
}

/** The query of an address, without its question mark. */
export function writeQuery(query: HistoryQuery): string {
  return new URLSearchParams(
    FIELDS.flatMap((field) => (query[field] ? [[field, query[field]]] : [])),
  ).toString()
}

/** How many filters are set; the search is none of them. */
export function countFilters(query: HistoryQuery): number {
  return FIELDS.filter((field) => field !== 'q' && query[field] !== '').length
}

/** What the query asks for. An amount or a day that cannot be read does not narrow. */
export function filterOf(query: HistoryQuery): HistoryFilter {
  const { site, network, account, money } = query
  const terms = searchTerms(query.q)
  const status = HISTORY_STATUSES.find((one) => one === query.status)
  const since = dayOf(query.from)
  const to = dayOf(query.to)
  const least = microOf(query.least)
  const most = microOf(query.most)
  return {
    ...(terms.length > 0 && { terms }),
    ...(site && { site }),
    ...(status && { states: statesOf(status) }),
    ...(network && { networkId: network }),
    ...(account && { payer: account }),
    ...(since !== undefined && { since }),
    ...(to !== undefined && { until: endOfDay(to) }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...((money === 'real' || money === 'test') && { testnet: money === 'test' }),
  }
}

/** What is wrong with a typed amount. An empty one is right, and so is zero. */
export function faultOf(amount: string): Exclude<AmountFault, 'amountZero'> | undefined {
  const reading = readAmount(amount)
  if (!('fault' in reading) || reading.fault === 'amountZero' || !amount.trim()) return undefined
  return reading.fault
}

function microOf(text: string): bigint | undefined {
  const reading = readAmount(text)
  if ('microUsd' in reading) return reading.microUsd
  return reading.fault === 'amountZero' ? 0n : undefined
}

/** Midnight of a day like `2026-11-21` in the user's time zone. */
function dayOf(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return year ? new Date(Number(year), Number(month) - 1, Number(day)).getTime() : undefined
}
