/** One amount of a chart. */
export interface Bar {
  key: string
  /** What it stands for: `Nov 21`, `news.example`. */
  name: string
  value: bigint
  /** The amount in words: `$0.05`. */
  text: string
  /** Everything else together: named, and not drawn beside what it would dwarf. */
  rest?: true
}

/** How much of the highest bar this one is, 0 to 100, so that what is more than nothing shows. */
export function heightOf(value: bigint, bars: readonly Pick<Bar, 'value' | 'rest'>[]): number {
  let highest = 0n
  for (const bar of bars) {
    if (!bar.rest && bar.value > highest) highest = bar.value
  }
  if (value <= 0n || highest === 0n) return 0
  return Math.max(2, Number((value * 1000n) / highest) / 10)
}
