import type { Currency } from './networks'
import type { Payment } from './payment'
import { LIMIT_REASONS, type Reason } from './policy'

/** What one page asks for, in the order in which it asked. */
export interface PageGroup {
  key: string
  /** Top-level origin of the page. */
  site: string
  tabId: number
  payments: Payment[]
}

/** Groups payments by the page that asks. A tab shows one page at a time. Keeps their order. */
export function byPage(waiting: readonly Payment[]): PageGroup[] {
  const groups = new Map<string, PageGroup>()
  for (const payment of waiting) {
    const { site, request } = payment
    const key = `${request.tabId} ${site}`
    const group = groups.get(key)
    if (group) group.payments.push(payment)
    else groups.set(key, { key, site, tabId: request.tabId, payments: [payment] })
  }
  return [...groups.values()]
}

/** Several payments that are shown, added up and approved together. */
export interface Bundle {
  payments: Payment[]
  /** Their sum, exact: in units of the token among them with the most decimals. */
  total: bigint
  decimals: number
  currency: Currency
  testnet: boolean
}

/**
 * Those of a page that can be approved by their sum: the same money as the first of them, and none
 * that there is something to say about beyond its price. Nothing where fewer than two are left.
 */
export function bundleOf(payments: readonly Payment[]): Bundle | undefined {
  const plain = payments.filter(isPlain)
  const [first] = plain
  if (!first) return undefined
  const { currency, testnet } = first.terms
  const same = plain.filter(({ terms }) => terms.currency === currency && terms.testnet === testnet)
  if (same.length < 2) return undefined
  const decimals = Math.max(...same.map(({ terms }) => terms.decimals))
  const total = same.reduce(
    (sum, { terms }) => sum + terms.amount * 10n ** BigInt(decimals - terms.decimals),
    0n,
  )
  return { payments: same, total, decimals, currency, testnet }
}

/** Whether nothing but the price and the user's own settings make the wallet ask. */
function isPlain({ terms, reasons }: Payment): boolean {
  return terms.microUsd !== undefined && !reasons.some(({ code }) => !PLAIN.has(code))
}

/** What a sum and the name of the site say enough about; any other reason is read one by one. */
const PLAIN: ReadonlySet<Reason['code']> = new Set([
  ...LIMIT_REASONS,
  'background_tab',
  'private_window',
  'wallet_locked',
  'low_balance',
  'first_payment',
])

/**
 * Whether the balances cover all of it. What is not known does not stand in the way: the chain is
 * asked before anything is signed. `balanceOf` gives atomic units.
 */
export function isCovered(
  { payments }: Pick<Bundle, 'payments'>,
  balanceOf: (payment: Payment) => { key: string; amount: bigint } | undefined,
): boolean {
  const left = new Map<string, bigint>()
  for (const payment of payments) {
    const balance = balanceOf(payment)
    if (!balance) continue
    const rest = (left.get(balance.key) ?? balance.amount) - payment.terms.amount
    if (rest < 0n) return false
    left.set(balance.key, rest)
  }
  return true
}
