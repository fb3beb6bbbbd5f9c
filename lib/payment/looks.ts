/** How long to wait before the chain is asked again, by how often it was asked in vain. Seconds. */
const DELAYS = [2, 5, 10, 30, 60, 120, 240, 480, 960, 1_920, 3_600]
/** A block past the end of a signature, and its money can be freed. */
const AFTER_END_MS = 5_000

/**
 * When the chain is to be asked about a payment again, milliseconds since 1970: ever more seldom,
 * but soon after the signature has ended.
 */
export function nextLook(looks: number, validBefore: number, now: number): number {
  const delay = DELAYS[Math.min(looks, DELAYS.length - 1)] ?? 3_600
  const regular = now + delay * 1000
  const end = validBefore * 1000 + AFTER_END_MS
  return end > now ? Math.min(regular, end) : regular
}
