/** What a 402 asks, whatever dialect it came in. Protocol adapters make these; nothing else does. */
export interface Offer {
  protocol: 'x402'
  version: 1 | 2
  resource: OfferedResource
  /** The entries that could be read, in the server's order. */
  accepts: PaymentRequirements[]
  /** How many entries could not be read; one bad entry does not kill the offer. */
  unreadable: number
  /** The server's own message, shortened; the server's word, shown only as such. */
  error?: string
}

export interface OfferedResource {
  /** As the server named it; not necessarily the URL that answered 402. */
  url?: string
  description?: string
  mimeType?: string
  /** JSON text of the `resource` object as sent (v2), to be echoed unchanged; not of a long one. */
  raw?: string
}

/** One entry of `accepts`, the same shape for v1 (`maxAmountRequired`) and v2 (`amount`). */
export interface PaymentRequirements {
  scheme: string
  /** CAIP-2 in v2, a short name in v1, as sent. */
  network: string
  /** Atomic units of `asset`. */
  amount: bigint
  asset: string
  payTo: string
  maxTimeoutSeconds: number
  extra: Record<string, unknown>
  /** JSON text of the entry as sent: v2 servers compare the echoed `accepted` with their own. */
  raw: string
}
