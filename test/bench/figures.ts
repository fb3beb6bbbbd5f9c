/** One measured figure beside the figure that it is compared with, of the same run. */
export interface Figure {
  name: string
  unit: 'ms' | 'µs' | 'KB' | 'MB' | '/s' | 'wakes'
  value: number
  /** The middle half of what was measured. */
  spread?: [number, number]
  baseline?: { name: string; value: number; spread?: [number, number] }
  /** `value / baseline`. */
  ratio?: number
  goal?: { most: number; of: 'value' | 'ratio' }
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
  baseline?: { name: string; values: readonly number[] },
  goal?: Figure['goal'],
): Figure {
  const value = median(values)
  const than = baseline && { ...spreadOf(baseline.values), name: baseline.name }
  return {
    name,
    unit,
    ...spreadOf(values),
    ...(than && { baseline: than, ratio: value / than.value }),
    ...(goal && { goal }),
  }
}

function spreadOf(values: readonly number[]): { value: number; spread: [number, number] } {
  return { value: median(values), spread: [quantile(values, 0.25), quantile(values, 0.75)] }
}

/** Whether the goal is met; nothing without a goal. */
export function isMet({ goal, value, ratio = Number.NaN }: Figure): boolean | undefined {
  return goal && (goal.of === 'value' ? value : ratio) <= goal.most
}
