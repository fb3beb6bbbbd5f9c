import { decodeHeaderJson } from './codec'
import { settlementResponse } from './schema'

/** What the server says of the settlement: its claim, not yet the chain's word. */
export interface Receipt {
  success: boolean
  transaction?: string
  network?: string
  payer?: string
  /** Atomic units, as the server writes it. */
  amount?: string
  errorReason?: string
}

/** Reads `PAYMENT-RESPONSE` (v2) or `X-PAYMENT-RESPONSE` (v1); nothing when it cannot be read. */
export function decodeReceipt(value: string): Receipt | undefined {
  try {
    const parsed = settlementResponse.safeParse(decodeHeaderJson(value))
    if (!parsed.success) return undefined
    const { success, transaction, network, payer, amount, errorReason } = parsed.data
    return {
      success,
      ...(transaction ? { transaction } : {}),
      ...(network ? { network } : {}),
      ...(payer ? { payer } : {}),
      ...(amount ? { amount } : {}),
      ...(errorReason ? { errorReason } : {}),
    }
  } catch {
    return undefined
  }
}
