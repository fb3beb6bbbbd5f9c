import { z } from 'zod'

/** 2^256 - 1 has 78 digits. Anything but plain decimal digits is refused, never rounded. */
const atomicAmount = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/)
  .transform((digits) => BigInt(digits))
  .refine((amount) => amount < 2n ** 256n)

/** Whole seconds; less than one would only make a signature that has expired. */
const seconds = z
  .number()
  .min(1)
  .finite()
  .transform((value) => Math.floor(value))

const text = (max: number) => z.string().transform((value) => value.slice(0, max))
const extra = z
  .record(z.string(), z.unknown())
  // Who makes a number of an object runs what the object says, or throws.
  .refine(({ decimals }) => typeof decimals !== 'object' || decimals === null)
  .nullish()
  .transform((value) => value ?? {})

/** x402 v2 specification, section 5.1.2 `PaymentRequirements`. */
export const requirementsV2 = z.object({
  scheme: z.string().min(1).max(64),
  network: z.string().regex(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,64}$/),
  amount: atomicAmount,
  asset: z.string().min(1).max(128),
  payTo: z.string().min(1).max(128),
  maxTimeoutSeconds: seconds,
  extra,
})

/** x402 v1 specification, section 5.1.2 `PaymentRequirements`. */
export const requirementsV1 = z.object({
  scheme: z.string().min(1).max(64),
  network: z.string().min(1).max(64),
  maxAmountRequired: atomicAmount,
  resource: text(8192).optional(),
  description: text(500).nullish(),
  mimeType: text(200).nullish(),
  payTo: z.string().min(1).max(128),
  maxTimeoutSeconds: seconds,
  asset: z.string().min(1).max(128),
  extra,
})

/** x402 v2, section 5.1.1 `PaymentRequired`: the envelope is strict, its entries are read one by one. */
export const envelopeV2 = z.object({
  x402Version: z.literal(2),
  error: text(300).nullish(),
  resource: z.object({
    url: text(8192).refine((value) => URL.canParse(value)),
    description: text(500).nullish(),
    mimeType: text(200).nullish(),
  }),
  accepts: z.array(z.unknown()).min(1),
})

/** x402 v1, section 5.1.1. */
export const envelopeV1 = z.object({
  x402Version: z.literal(1),
  error: text(300).nullish(),
  accepts: z.array(z.unknown()).min(1),
})

/** `PAYMENT-RESPONSE` (v2) and `X-PAYMENT-RESPONSE` (v1), section 5.3 `SettlementResponse`. */
export const settlementResponse = z.object({
  success: z.boolean(),
  transaction: z.string().max(128).nullish(),
  network: z.string().max(64).nullish(),
  payer: z.string().max(128).nullish(),
  errorReason: text(200).nullish(),
  /** v2: what was charged, atomic units. */
  amount: z.string().max(80).nullish(),
})
