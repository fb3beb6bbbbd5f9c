/** A signature takes this much difference between clocks, and no more. Seconds. */
export const CLOCK_TOLERANCE_SECONDS = 600

/**
 * The server's clock less ours, in seconds, by the `Date` header of its answer (RFC 9110, 6.6.1);
 * nothing without one that can be read.
 */
export function clockSkew(dateHeader: string | undefined, seenAtMs: number): number | undefined {
  const at = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader)
  return Number.isNaN(at) ? undefined : Math.round((at - seenAtMs) / 1000)
}

/** So much of the difference as is taken for a clock that is off: no server may stretch it further. */
export function trustedSkew(skewSeconds = 0): number {
  return Math.max(-CLOCK_TOLERANCE_SECONDS, Math.min(CLOCK_TOLERANCE_SECONDS, skewSeconds))
}

export function isTooFarOff(skewSeconds = 0): boolean {
  return Math.abs(skewSeconds) > CLOCK_TOLERANCE_SECONDS
}
