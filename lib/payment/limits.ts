import { z } from 'zod'

const microUsd = z.bigint().nonnegative()

/** What may go through without asking, in micro-dollars. Off until the user sets it. */
export const limits = z.object({
  autoApprove: z.boolean(),
  perPayment: microUsd,
  /** Counts everything spent that day, whoever approved it. */
  perDay: microUsd,
})
export type Limits = z.infer<typeof limits>

export const DEFAULT_LIMITS: Limits = { autoApprove: false, perPayment: 0n, perDay: 0n }

/** The user's word on one site (top-level origin); it stands above the general limits. */
export const siteRule = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('ask') }),
  z.object({ mode: z.literal('auto'), perPayment: microUsd }),
  z.object({ mode: z.literal('never') }),
])
export type SiteRule = z.infer<typeof siteRule>
