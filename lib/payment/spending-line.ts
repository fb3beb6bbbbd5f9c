/** What was spent, one moment after the other, so that any stretch of it is summed up at once. */
export class SpendingLine {
  /** Milliseconds since 1970, ascending. */
  private readonly moments: number[] = []
  /** Micro-dollars up to and with each moment. */
  private readonly sums: bigint[] = []

  /** Adds what was spent at a moment that is not before the last one. Micro-dollars. */
  add(at: number, amount: bigint): void {
    this.moments.push(at)
    this.sums.push((this.sums.at(-1) ?? 0n) + amount)
  }

  /** Everything that was spent since then, that moment included. Micro-dollars. */
  since(from: number): bigint {
    let [low, high] = [0, this.moments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.moments[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return (this.sums.at(-1) ?? 0n) - (low > 0 ? (this.sums[low - 1] ?? 0n) : 0n)
  }
}
