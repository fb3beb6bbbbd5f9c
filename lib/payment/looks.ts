/** How long to wait before the chain is asked again, by how often it was asked in vain. Seconds. */
const DELAYS = [2, 5, 10, 30, 60, 120, 240, 480, 960, 1_920, 3_600]
/** A block past the end of a signature, and its money can be freed. */
const AFTER_END_MS = 5_000

/** After so many looks nothing comes soon: a server that shows no transfer by then keeps no logs of it. */
export const PATIENT_LOOKS = 6
/** Where the chain could not be asked right after the end, it is asked again after that. */
const FIRST_AFTER_END_MS = 10_000

/**
 * When the chain is to be asked about a payment again, milliseconds since 1970: ever more seldom,
 * but soon after the signature has ended. From then on it is ever more seldom anew: the answer frees
 * money, and a server may just be out of reach at that moment.
 */
export function nextLook(looks: number, validBefore: number, now: number): number {
  const delay = DELAYS[Math.min(looks, DELAYS.length - 1)] ?? 3_600
  const regular = now + delay * 1000
  const end = validBefore * 1000 + AFTER_END_MS
  if (end > now) return Math.min(regular, end)
  if (looks < PATIENT_LOOKS) return regular
  return Math.min(regular, now + Math.max(FIRST_AFTER_END_MS, now - end))
}
