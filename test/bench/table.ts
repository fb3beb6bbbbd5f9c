import { type Figure, isMet } from './figures'

const HEAD = ['Figure', 'Measured', 'Beside it', 'Ratio', 'Goal', '']

/** The figures as a table of Markdown, which is readable as it is. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n')
}

function rowOf(figure: Figure): string[] {
  const { name, unit, value, spread, baseline, ratio, ratioSpread, goal } = figure
  const met = isMet(figure)
  return [
    name,
    shown(value, unit, spread),
    baseline ? `${shown(baseline.value, unit, baseline.spread)} ${baseline.name}` : '',
    ratio === undefined ? '' : `${times(ratio)}×${between(ratioSpread, times)}`,
    goal ? `≤ ${goal.most}${goal.of === 'ratio' ? '×' : ` ${unit}`}` : '',
    met === undefined ? '' : met ? 'met' : 'not met',
  ]
}

function shown(value: number, unit: string, spread?: [number, number]): string {
  return `${rounded(value)} ${unit}${between(spread, rounded)}`
}

function between(spread: Figure['spread'], write: (value: number) => string): string {
  return spread ? ` (${spread.map(write).join('–')})` : ''
}

function times(ratio: number): string {
  return ratio.toFixed(ratio < 1.1 && ratio > 0.9 ? 3 : 2)
}

function rounded(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2)
}
