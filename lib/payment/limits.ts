import { z } from 'zod'

const microUsd = z.bigint().nonnegative()

/** When a day or a month begins: at midnight where the user is, or 24 hours (30 days) ago. */
export const periods = z.enum(['calendar', 'rolling'])
export type Periods = z.infer<typeof periods>

/**
 * What may go through without asking, in micro-dollars. Off until the user sets it. Everything
 * counts that was spent in the period, whoever approved it; test money counts on its own.
 */
export const limits = z.object({
  autoApprove: z.boolean(),
  perPayment: microUsd,
  perDay: microUsd,
  perMonth: microUsd.optional(),
  /** For any one site a day. */
  perSiteDay: microUsd.optional(),
  /** For everything since the user set it (milliseconds since 1970): an allowance. */
  total: z.object({ limit: microUsd, since: z.number() }).optional(),
  /** Calendar days and months, where it is not set. */
  periods: periods.optional(),
})
export type Limits = z.infer<typeof limits>

export const DEFAULT_LIMITS: Limits = { autoApprove: false, perPayment: 0n, perDay: 0n }

/**
 * The user's word on one site (top-level origin), or on one payee on that site; it stands above
 * the general limits for one payment and within the budgets of all.
 */
export const siteRule = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('ask') }),
  z.object({
    mode: z.literal('auto'),
    perPayment: microUsd,
    perDay: microUsd.optional(),
    perMonth: microUsd.optional(),
    /** Made while test money was paid: it says nothing about real money. */
    testOnly: z.literal(true).optional(),
  }),
  z.object({ mode: z.literal('never') }),
])
export type SiteRule = z.infer<typeof siteRule>

/** A rule as far as it says anything about this class of money. */
export function ruleFor<R extends SiteRule>(rule: R | undefined, testnet: boolean): R | undefined {
  return rule?.mode === 'auto' && rule.testOnly && !testnet ? undefined : rule
}
