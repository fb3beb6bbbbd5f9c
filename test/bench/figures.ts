/** One measured figure beside the figure that it is compared with, of the same run. */
export interface Figure {
  name: string
  unit: 'ms' | 'µs' | 'KB' | 'MB' | '/s' | 'wakes'
  value: number
  /** The middle half of what was measured. */
  spread?: Spread
  baseline?: { name: string; value: number; spread?: Spread }
  /** `value / baseline`; of pairs, the median of their ratios. */
  ratio?: number
  /** The middle half of the ratios of pairs. */
  ratioSpread?: Spread
  /** How many measurements, or pairs of them, the figure is the median of. */
  rounds?: number
  goal?: { most: number; of: 'value' | 'ratio' }
}

type Spread = [number, number]

interface Baseline {
  name: string
  values: readonly number[]
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** By the nearest rank. @throws {RangeError} without values */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))]
  if (value === undefined) throw new RangeError('Nothing was measured')
  return value
}

/** A figure of many measurements: the median, and where its middle half lies. */
export function measured(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  baseline?: Baseline,
  goal?: Figure['goal'],
): Figure {
  const value = median(values)
  const than = baseline && { ...spreadOf(baseline.values), name: baseline.name }
  return {
    name,
    unit,
    ...spreadOf(values),
    rounds: values.length,
    ...(than && { baseline: than }),
    // A difference may be nothing or less, and then has no ratio.
    ...(than && than.value > 0 && { ratio: value / than.value }),
    ...(goal && { goal }),
  }
}

/**
 * A figure of pairs, each measured in one turn: the median of their ratios, which what slows the
 * machine down for a while does not move.
 */
export function paired(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  baseline: Baseline,
  goal?: Figure['goal'],
): Figure {
  const ratios = values.map((value, round) => value / (baseline.values[round] ?? Number.NaN))
  const { value: ratio, spread: ratioSpread } = spreadOf(ratios)
  return { ...measured(name, unit, values, baseline, goal), ratio, ratioSpread }
}

function spreadOf(values: readonly number[]): { value: number; spread: Spread } {
  return { value: median(values), spread: [quantile(values, 0.25), quantile(values, 0.75)] }
}

/** Whether the goal is met; nothing without a goal. */
export function isMet({ goal, value, ratio = Number.NaN }: Figure): boolean | undefined {
  return goal && (goal.of === 'value' ? value : ratio) <= goal.most
}
