import type { Random } from './random'

export const SITES = 50

/** How the thing is asked for. */
const KINDS = ['navigation', 'fetch', 'xhr', 'frame', 'image'] as const
export type VisitKind = (typeof KINDS)[number]

/** What goes wrong with one sale, at the server. */
export type SaleFault =
  | 'drops before paying'
  | 'drops after paying'
  | 'breaks after paying'
  | 'asks again after paying'
  | 'settles slowly'
const SALE_FAULTS: [SaleFault, ...SaleFault[]] = [
  'drops before paying',
  'drops after paying',
  'breaks after paying',
  'asks again after paying',
  'settles slowly',
]

/** One thing to buy, at an address and a price that nothing else has. */
export interface Visit {
  number: number
  kind: VisitKind
  version: 1 | 2
  /** Number of the site that shows it. */
  site: number
  /** Number of the site that sells it. */
  payee: number
  fault: SaleFault | undefined
  /** What the person does when the wallet asks. */
  answer: 'pay' | 'decline' | 'leave'
  /** Whether the person has the payment sent again where nothing came of it. */
  retries: boolean
}

/** The next thing that somebody wants. */
export function nextVisit(random: Random, number: number): Visit {
  const kind = random.pick(KINDS)
  const site = random.between(0, SITES - 1)
  const isForeign = kind !== 'navigation' && random.chance(0.15)
  return {
    number,
    kind,
    site,
    payee: isForeign ? random.between(0, SITES - 1) : site,
    // Nobody sees the body of an image's 402, where a v1 server has its terms.
    version: kind !== 'image' && random.chance(0.35) ? 1 : 2,
    fault: random.chance(0.2) ? random.pick(SALE_FAULTS) : undefined,
    answer: random.chance(0.8) ? 'pay' : random.pick(['decline', 'leave']),
    retries: random.chance(0.5),
  }
}

/** Atomic units of test USDC, which are micro-dollars. */
export function priceOf({ number }: Pick<Visit, 'number'>): bigint {
  return 1_000n + BigInt(number)
}

export function pathOf({ number }: Pick<Visit, 'number'>): string {
  return `/goods/${number}`
}

export function contentOf({ number }: Pick<Visit, 'number'>): string {
  return `Paid for, number ${number}.`
}
