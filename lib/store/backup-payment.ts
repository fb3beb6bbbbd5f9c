import { z } from 'zod'
import { type Cause, countsAsSpent, isOutstanding, type PaymentState } from '../payment/lifecycle'
import type { Currency } from '../payment/networks'
import {
  type Authorization,
  advance,
  type PaidAnswer,
  type Payment,
  type PaymentEvent,
  type ReceiptDispute,
  type SettlementProof,
} from '../payment/payment'
import { thingOf } from '../payment/purchase'
import type { RequestKind } from '../payment/request'
import type { ChosenTerms } from '../payment/terms'
import type { ProblemCode, ProblemData } from '../problem'
import { isDeep } from '../protocols/depth'
import type { Receipt } from '../protocols/x402/receipt'
import { amount, defined, names, optional, type Shape } from './backup-parts'

/** Not history yet: nothing was signed, and whoever asked is gone with the browser. */
type Passing = 'offered' | 'awaiting' | 'reserved'
type Kept = Exclude<PaymentState, Passing>

const keptState = names<Kept>({
  declined: 'declined',
  released: 'released',
  signed: 'signed',
  sent: 'sent',
  unknown: 'unknown',
  settled: 'settled',
  undelivered: 'undelivered',
  confirmed: 'confirmed',
  expired: 'expired',
  cancelled: 'cancelled',
})
const anyState = z.union([
  keptState,
  names<Passing>({ offered: 'offered', awaiting: 'awaiting', reserved: 'reserved' }),
])
const cause = names<Cause>({
  page: 'page',
  user: 'user',
  limits: 'limits',
  wallet: 'wallet',
  server: 'server',
  chain: 'chain',
  restart: 'restart',
})
const kind = names<RequestKind>({
  navigation: 'navigation',
  frame: 'frame',
  form: 'form',
  fetch: 'fetch',
  xhr: 'xhr',
  element: 'element',
  download: 'download',
  unheld: 'unheld',
})

/** Milliseconds since 1970, as far as dates go: later ones have no words in a history or a file. */
const at = z.number().int().nonnegative().max(8.64e15)
/** The same in seconds. */
const seconds = z.number().int().nonnegative().max(8.64e12)
const text = z.string()
const hex = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]*$/)])
const code = z.custom<ProblemCode>((one) => typeof one === 'string' && /^[a-z_]{1,60}$/.test(one))

const problem = z.object({
  code,
  details: optional(z.record(text, text)),
} satisfies Shape<ProblemData>)

const terms = z.object({
  scheme: text,
  network: text,
  amount,
  asset: text,
  payTo: text,
  maxTimeoutSeconds: z.number(),
  extra: z.record(text, z.unknown()).refine((value) => !isDeep(value)),
  raw: text,
  networkId: text,
  symbol: text,
  decimals: z.int().min(0).max(78),
  currency: names<Currency>({ USD: 'USD', EUR: 'EUR' }),
  microUsd: optional(amount),
  testnet: z.boolean(),
} satisfies Shape<ChosenTerms>)

const authorization = z.object({
  payer: text,
  nonce: hex,
  validAfter: seconds,
  validBefore: seconds,
} satisfies Shape<Authorization>)

const answer = z.object({
  status: z.number(),
  at,
  mimeType: optional(text),
  length: optional(z.number()),
  headersHash: optional(text),
} satisfies Shape<PaidAnswer>)

const receipt = z.object({
  success: z.boolean(),
  transaction: optional(text),
  network: optional(text),
  payer: optional(text),
  amount: optional(text),
  errorReason: optional(text),
} satisfies Shape<Receipt>)

const proof = z.object({
  transaction: text,
  blockNumber: amount,
  payer: text,
  payTo: text,
  amount,
} satisfies Shape<SettlementProof>)

const dispute = z.object({
  field: names<ReceiptDispute['field']>({
    success: 'success',
    transaction: 'transaction',
    network: 'network',
    payer: 'payer',
    amount: 'amount',
  }),
  claimed: text,
  found: text,
} satisfies Shape<ReceiptDispute>)

const event = z.object({
  state: anyState,
  at,
  by: optional(cause),
  problem: optional(problem),
} satisfies Shape<PaymentEvent>)

/** Of the request only what was asked for: tabs and documents are of one browser session. */
const request = z.object({ kind, url: text, method: text })

/**
 * A payment in a backup. Whatever is added to a payment has to be added here. Not in it: the signed
 * header, which could be sent, the reasons and the payer of a question that is answered, and the
 * thing, which follows from the request.
 */
export const backupPayment = z.object({
  id: z.uuid(),
  state: keptState,
  createdAt: at,
  updatedAt: at,
  site: text,
  asker: optional(text),
  payeeOrigin: text,
  title: optional(text),
  request,
  offer: z.object({
    protocol: z.literal('x402'),
    version: z.union([z.literal(1), z.literal(2)]),
    resource: z.object({
      url: optional(text),
      description: optional(text),
      mimeType: optional(text),
      raw: optional(text),
    } satisfies Shape<Payment['offer']['resource']>),
  } satisfies Shape<Payment['offer']>),
  terms,
  purchase: text,
  approvedBy: optional(z.enum(['user', 'limits'])),
  spentAt: optional(at),
  authorization: optional(authorization),
  payloadHash: optional(text),
  status: optional(z.number()),
  answer: optional(answer),
  receipt: optional(receipt),
  transaction: optional(text),
  proof: optional(proof),
  disputes: optional(z.array(dispute)),
  looks: optional(z.number()),
  lookAt: optional(at),
  clockSkewSeconds: optional(z.number()),
  cancel: optional(z.object({ transaction: text, at })),
  provenSpent: optional(z.literal(true)),
  problem: optional(problem),
  trail: z.array(event),
} satisfies Shape<Omit<Payment, 'header' | 'payer' | 'reasons' | 'thing'>>)
export type BackupPayment = z.output<typeof backupPayment>

/** Whether a payment belongs to the history. */
export function isKept(payment: Payment): payment is Payment & { state: Kept } {
  return keptState.safeParse(payment.state).success
}

/** A payment of a backup as a record of this browser; what was under way there is open here. */
export function restored(kept: BackupPayment, now: number): Payment {
  const request = { ...kept.request, tabId: -1, frameId: 0, documentId: '' }
  // A payment is a use of the wallet: one in the future would keep it open.
  const spentAt = kept.spentAt === undefined ? {} : { spentAt: Math.min(kept.spentAt, now) }
  const payment: Payment = { ...kept, ...spentAt, request, reasons: [], thing: thingOf(kept) }
  if (kept.state !== 'signed' && kept.state !== 'sent') return payment
  const problem = { code: 'interrupted' } as const
  return advance(payment, 'unknown', 'restart', now, { problem })
}

/** What becomes of a payment; everything else is what it was from its first day. */
const OUTCOME = [
  'state',
  'updatedAt',
  'trail',
  'status',
  'answer',
  'receipt',
  'transaction',
  'proof',
  'disputes',
  'provenSpent',
  'cancel',
  'problem',
] as const satisfies (keyof Payment)[]

/**
 * Which of two records of one payment stands: the outcome of the newer one, but what is open here is
 * for the chain to close, and no file frees money or spends it: what, how much, to whom and when
 * stays. So does a signature that is kept here.
 */
export function standing(own: Payment | undefined, other: Payment): Payment {
  if (!own) return other
  const sameMoney = countsAsSpent(own.state) === countsAsSpent(other.state)
  if (other.updatedAt <= own.updatedAt || isOutstanding(own.state) || !sameMoney) return own
  const { header, ...kept } = own
  const isOpen = other.state === 'settled' || other.state === 'undelivered'
  const outcome = Object.fromEntries(OUTCOME.map((name) => [name, other[name]]))
  return { ...kept, ...(defined(outcome) as Partial<Payment>), ...(isOpen && header && { header }) }
}
