import { expect, test } from '@playwright/test'
import type { Tuppence } from '../tuppence'
import type { Buyer } from './buyers'
import { Crash } from './crash'
import { counted } from './ledger'
import { FAST, Purchase } from './purchase'

/** Who says yes: the user in the popup, or the limits that the user has set. */
type Approval = 'by hand' | 'by limits'

/** The points of a payment are many: the second half of them begins with its signature. */
export const HALVES = ['before it is signed', 'from its signature on'] as const

const SIGNED = /^write \S*payments\S* #\d+ within \(signed\)$/

/** What every payment comes by: a list without these would be a list of nothing. */
const ESSENTIAL = [
  /^write \S*acquaintances\S*payments\S* #1 before$/,
  /^write \S*acquaintances\S*payments\S* #1 within/,
  SIGNED,
  /^declarativeNetRequest\.updateSessionRules to arm #1 before$/,
  /^declarativeNetRequest\.updateSessionRules to arm #1 after$/,
  /^tabs\.sendMessage (?:document|held repeat) #1 before$/,
  /^tabs\.sendMessage (?:document|held repeat) #1 after$/,
  /^declarativeNetRequest\.updateSessionRules to disarm #1 before$/,
  /^write \S*payments\S* #\d+ within \(sent\)$/,
  /^write \S*payments\S* #\d+ within \(settled\)$/,
  /^fetch eth_call #1 before$/,
  /^write \S*payments\S* #\d+ within \(confirmed\)$/,
]

/** The page that the user takes time over is asked whether it still waits; one that has just said so is not. */
const ASKED = /^tabs\.sendMessage ping #1 after$/

/** The word of the chain. */
const CONFIRMED = /^(write payments\+totals #\d+) within \(confirmed\)$/
/** The title of a document, noted once it is there: before the word of the chain or after it. */
const TITLED = /^(write payments #\d+) within \((?:settled|confirmed)\)$/

/** Balances are looked up for show, several at a time and in no order. */
const ASIDE = /^write balances /

/**
 * Buys once and lists the points that the worker comes by; then buys once for each of one half, and
 * stops the worker there. Whatever the point: paid once, nothing lost, the budget exact, and the
 * content opens.
 */
export async function crashEverywhere(
  tuppence: Tuppence,
  buyer: Buyer,
  approval: Approval,
  half: (typeof HALVES)[number],
): Promise<void> {
  const crash = await Crash.of(tuppence)
  // The first payment of all has more to do than the others.
  await listPoints(tuppence, crash, buyer, approval)
  const all = await listPoints(tuppence, crash, buyer, approval)
  for (const essential of ESSENTIAL) {
    expect(all.filter((point) => essential.test(point))).not.toEqual([])
  }
  expect(all.some((point) => ASKED.test(point))).toBe(approval === 'by hand')

  const signed = all.findIndex((point) => SIGNED.test(point))
  const points = half === HALVES[0] ? all.slice(0, signed) : all.slice(signed)
  const outcomes: string[] = []
  for (const point of points) {
    await test.step(`stopped at: ${point}`, async () => {
      const purchase = await begin(tuppence, crash, buyer, approval, point)
      await crash.start()
      const states = await purchase.states()
      await expectNothingLost(tuppence, purchase)
      await purchase.finish()
      await purchase.ends()
      await expectPaidOnce(tuppence, purchase)
      if (approval === 'by limits') expect(purchase.reasons.join()).not.toContain('limit')
      const done = purchase.actions.join(', ') || 'nothing'
      const after = await purchase.states()
      outcomes.push(`${point}: ${states.join() || 'no record'}; ${done}; ${after.join()}`)
    })
  }
  await test.info().attach('outcomes', { body: outcomes.join('\n') })
}

/** Begins to buy, and stops the worker at the point, which it has to come by. */
async function begin(
  tuppence: Tuppence,
  crash: Crash,
  buyer: Buyer,
  approval: Approval,
  point: string,
): Promise<Purchase> {
  // What runs beside each other does not always run in the same order.
  for (let attempt = 0; attempt < 3; attempt++) {
    const purchase = new Purchase(tuppence, buyer)
    await prepare(tuppence, purchase, approval)
    await crash.prepare(point)
    await purchase.begin()
    const approved = approval === 'by hand' && purchase.approve(crash.isReached)
    const [happened] = await Promise.all([crash.happens(), approved])
    if (happened) return purchase
    await purchase.finish()
    await purchase.ends()
    await expectPaidOnce(tuppence, purchase)
  }
  throw new Error(`The worker never came by ${point}`)
}

/**
 * The points of one whole payment, in order: from the 402 until the chain has confirmed it and,
 * for a document, its title is noted.
 */
export async function listPoints(
  tuppence: Tuppence,
  crash: Crash,
  buyer: Buyer,
  approval: Approval,
): Promise<string[]> {
  const purchase = new Purchase(tuppence, buyer)
  await prepare(tuppence, purchase, approval)
  await crash.prepare()
  await purchase.begin()
  if (approval === 'by hand') await purchase.approve()
  await expect.poll(() => purchase.states(), FAST).toEqual(['confirmed'])
  const [payment] = await purchase.payments()
  const isDocument = payment?.request.kind === 'navigation'
  const list = async () => wholeOf(await crash.reached(), isDocument)
  await expect.poll(list, FAST).not.toEqual([])
  const points = await list()
  await purchase.ends()
  await expectPaidOnce(tuppence, purchase)
  return points
}

/** Those of one payment; none while it has not come by all of them. */
function wholeOf(points: string[], isDocument: boolean): string[] {
  const nameOf = (write: RegExp) => points.map((point) => write.exec(point)?.[1]).find(Boolean)
  const confirmed = nameOf(CONFIRMED)
  const titled = isDocument ? nameOf(TITLED) : confirmed
  const end = points.indexOf(`${confirmed} after`) + 1
  if (end === 0 || !points.includes(`${titled} after`)) return []
  return points.filter(
    (point, index) => !ASIDE.test(point) && (index < end || point.startsWith(`${titled} `)),
  )
}

/** By limits, the day has just enough left for this one. */
async function prepare(tuppence: Tuppence, { price }: Purchase, approval: Approval): Promise<void> {
  if (approval === 'by hand') return
  const perDay = String((await counted(tuppence)) + price)
  await tuppence.command('setLimits', { autoApprove: true, perPayment: String(price), perDay })
}

/** What holds at any time after a crash, before anybody has done anything about it. */
export async function expectNothingLost(tuppence: Tuppence, purchase: Purchase): Promise<void> {
  const received = purchase.nonces()
  const transfers = await purchase.transfers()
  const moved = await purchase.spent()
  const payments = await purchase.payments()
  expect(received.length).toBeLessThanOrEqual(1)
  expect(transfers).toBeLessThanOrEqual(1)
  const signed = payments.map(({ authorization }) => authorization?.nonce)
  expect(signed).toEqual(expect.arrayContaining(received))
  expect(await counted(tuppence)).toBeGreaterThanOrEqual(moved)
  await expect.poll(() => tuppence.rules(), FAST).toEqual([])
}

export async function expectPaidOnce(tuppence: Tuppence, purchase: Purchase): Promise<void> {
  expect(await purchase.transfers()).toBe(1)
  const payments = await purchase.payments()
  const paid = payments.filter(({ state }) => state === 'confirmed')
  expect(paid.map(({ authorization }) => authorization?.nonce)).toEqual(purchase.nonces())
  for (const other of payments) {
    if (other !== paid[0]) expect(other).not.toHaveProperty('authorization')
  }
  expect(await counted(tuppence)).toBe(await purchase.spent())
  expect(await tuppence.rules()).toEqual([])
}
