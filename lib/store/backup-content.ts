import { z } from 'zod'
import { type Acquaintance, acquaintanceKey } from '../payment/acquaintance'
import { type Limits, periods, type SiteRule } from '../payment/limits'
import { account } from '../wallet/accounts'
import { keyring } from '../wallet/keyring'
import { MAX_LOCK_MINUTES } from './auto-lock'
import { amount, optional, type Shape } from './backup-parts'
import { backupPayment } from './backup-payment'
import type { Attention, AutoLock, Setting } from './db'
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
  minutes: z.int().min(1).max(MAX_LOCK_MINUTES).nullable(),
  onSystemLock: z.boolean(),
} satisfies Shape<AutoLock>)

const attention = z.object({
  openPopup: z.boolean(),
  notifyFrom: amount.nullable(),
} satisfies Shape<Attention>)

const settings = z.object({
  limits: optional(limits),
  rpcUrls: optional(z.record(z.string(), z.string().refine(isEndpoint))),
  disabledNetworks: optional(z.array(z.string())),
  autoLock: optional(autoLock),
  attention: optional(attention),
} satisfies Shape<Record<Setting['key'], unknown>>)

/** The origin of a site: rules are looked up by it. */
const site = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text)

const acquaintance = z
  .object({
    key: z.string(),
    site,
    payeeOrigin: site,
    testnet: z.boolean(),
    since: z.number(),
    payTos: z.array(z.string()),
    prices: z.array(amount),
  } satisfies Shape<Acquaintance>)
  // One under the name of another would be trusted in its place.
  .refine(({ key, testnet, ...rest }) => key === acquaintanceKey({ ...rest, terms: { testnet } }))

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
        testOnly: optional(z.literal(true)),
      } satisfies Shape<Auto>),
    }),
  ])
}

/** Nobody has as many; each is compared with all others when it is taken in. */
const MAX_ACCOUNTS = 1000

/** Everything of a wallet that another browser needs to go on with it. */
export const backupContent = z.object({
  wallet: z.object({ address: z.string(), backedUp: z.boolean() }),
  keyring,
  accounts: z.array(account).min(1).max(MAX_ACCOUNTS),
  siteAccounts: z.array(z.object({ site, accountId: z.uuid() })),
  siteRules: z.array(ruleFor({ site })),
  pairRules: z.array(ruleFor({ site, payee: site })),
  settings,
  acquaintances: z.array(acquaintance),
  payments: z.array(backupPayment),
})
export type BackupContent = z.output<typeof backupContent>
