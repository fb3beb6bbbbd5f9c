import { z } from 'zod'
import type { Acquaintance } from '../payment/acquaintance'
import { type Limits, periods, type SiteRule } from '../payment/limits'
import { account } from '../wallet/accounts'
import { keyring } from '../wallet/keyring'
import { amount, optional, type Shape } from './backup-parts'
import { backupPayment } from './backup-payment'
import type { AutoLock, Setting } from './db'
import { isEndpoint } from './settings'

const limits = z.object({
  autoApprove: z.boolean(),
  perPayment: amount,
  perDay: amount,
  perMonth: optional(amount),
  perSiteDay: optional(amount),
  total: optional(z.object({ limit: amount, since: z.number() })),
  periods: optional(periods),
} satisfies Shape<Limits>)

const autoLock = z.object({
  minutes: z.int().min(1).nullable(),
  onSystemLock: z.boolean(),
} satisfies Shape<AutoLock>)

const settings = z.object({
  limits: optional(limits),
  rpcUrls: optional(z.record(z.string(), z.string().refine(isEndpoint))),
  disabledNetworks: optional(z.array(z.string())),
  autoLock: optional(autoLock),
} satisfies Shape<Record<Setting['key'], unknown>>)

const acquaintance = z.object({
  key: z.string(),
  site: z.string(),
  payeeOrigin: z.string(),
  testnet: z.boolean(),
  since: z.number(),
  payTos: z.array(z.string()),
  prices: z.array(amount),
} satisfies Shape<Acquaintance>)

type Auto = Extract<SiteRule, { mode: 'auto' }>

/** A rule for what `of` names. */
function ruleFor<T extends z.ZodRawShape>(of: T) {
  return z.discriminatedUnion('mode', [
    z.object({ ...of, mode: z.literal('ask') }),
    z.object({ ...of, mode: z.literal('never') }),
    z.object({
      ...of,
      ...({
        mode: z.literal('auto'),
        perPayment: amount,
        perDay: optional(amount),
        perMonth: optional(amount),
      } satisfies Shape<Auto>),
    }),
  ])
}

const site = z.string()

/** Everything of a wallet that another browser needs to go on with it. */
export const backupContent = z.object({
  wallet: z.object({ address: z.string(), backedUp: z.boolean() }),
  keyring,
  accounts: z.array(account).min(1),
  siteAccounts: z.array(z.object({ site, accountId: z.uuid() })),
  siteRules: z.array(ruleFor({ site })),
  pairRules: z.array(ruleFor({ site, payee: z.string() })),
  settings,
  acquaintances: z.array(acquaintance),
  payments: z.array(backupPayment),
})
export type BackupContent = z.output<typeof backupContent>
