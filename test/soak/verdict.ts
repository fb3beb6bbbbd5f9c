import type { Payment } from '../../lib/payment/payment'
import { counted } from '../e2e/crash/ledger'
import { expectNoLeak } from '../e2e/leaks'
import type { Tuppence } from '../e2e/tuppence'
import type { LimitChange } from './budget'
import { overspent } from './budget'

/** A line of the table at the end; `fault` says what does not hold. */
export interface Check {
  name: string
  figure: string
  fault?: string
}

const ENDED = /^(?:declined|released|confirmed|expired|cancelled)$/

/** Payments that are not at their end. Paid by the chain's word and not delivered is one, too. */
export async function living(tuppence: Tuppence): Promise<Payment[]> {
  const payments = await tuppence.payments()
  return payments.filter((one) => !ENDED.test(one.state) && !isPaid(one))
}

function isPaid({ state, provenSpent }: Payment): boolean {
  return state === 'confirmed' || (state === 'undelivered' && provenSpent === true)
}

/** The ledger beside the chain, once nothing is under way any more. */
export async function judge(tuppence: Tuppence, limits: readonly LimitChange[]): Promise<Check[]> {
  const payments = await tuppence.payments()
  const transfers = (await tuppence.world.chain.transfers()).filter(
    ({ from }) => from === tuppence.account.address,
  )
  const paid = payments.filter(isPaid)
  const undelivered = paid.filter(({ state }) => state === 'undelivered')
  const open = await living(tuppence)
  const rules = await tuppence.console.evaluate(() =>
    chrome.declarativeNetRequest.getSessionRules(),
  )
  const onChain = transfers.map(({ txHash, value }) => `${txHash.toLowerCase()} ${value}`)
  const inLedger = paid.map(({ proof }) => `${proof?.transaction} ${proof?.amount}`)
  const amounts = new Set(transfers.map(({ value }) => value))
  const moved = transfers.reduce((sum, { value }) => sum + value, 0n)
  const total = await counted(tuppence).catch((error: Error) => error)
  const leak = await expectNoLeak(tuppence.world, tuppence).catch((error: Error) => error)
  const over = overspent(payments, limits)

  return [
    check('payments in a living state', open.length, open.length === 0, wordsOf(open)),
    check('session rules left', rules.length, rules.length === 0, JSON.stringify(rules)),
    check(
      'transfers on the chain, payments proven by it',
      `${transfers.length}, ${paid.length}`,
      onChain.toSorted().join() === inLedger.toSorted().join(),
      `not in both: ${differing(onChain, inLedger)}`,
    ),
    check('of these not delivered, and the user told so', undelivered.length, true),
    check('things paid twice', transfers.length - amounts.size, amounts.size === transfers.length),
    check(
      'micro-dollars on the chain, counted',
      `${moved}, ${total}`,
      total === moved,
      'the totals differ from the chain, or from what the payments add up to',
    ),
    check('payments at another address than theirs', leak ? 1 : 0, !leak, String(leak)),
    check('automatic payments over a budget', over.length, over.length === 0, wordsOf(over)),
  ]
}

export function check(
  name: string,
  figure: string | number,
  holds: boolean,
  fault = 'see the figure',
): Check {
  return { name, figure: String(figure), ...(!holds && { fault: fault.slice(0, 2_000) }) }
}

function wordsOf(payments: readonly Payment[]): string {
  return payments
    .map(({ state, request, problem, authorization, trail }) =>
      [
        `${request.kind} ${request.url}: ${state}, ${problem?.code}`,
        `until ${authorization?.validBefore}`,
        trail.map(({ state, by }) => `${state} by ${by}`).join(' > '),
      ].join('; '),
    )
    .join('\n')
}

function differing(one: readonly string[], other: readonly string[]): string {
  const only = (a: readonly string[], b: readonly string[]) => a.filter((text) => !b.includes(text))
  return [...only(one, other), ...only(other, one)].join(', ')
}
