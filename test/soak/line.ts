/** One measurement: after so many visits there were so many bytes. */
export interface Point {
  visits: number
  bytes: number
}

/** Bytes for each further visit, by least squares; `NaN` of fewer than three points. */
export function slopeOf(points: readonly Point[]): number {
  const count = points.length
  if (count < 3) return Number.NaN
  const middle = (of: keyof Point) => points.reduce((sum, point) => sum + point[of], 0) / count
  const [x, y] = [middle('visits'), middle('bytes')]
  const both = points.reduce((sum, { visits, bytes }) => sum + (visits - x) * (bytes - y), 0)
  const width = points.reduce((sum, { visits }) => sum + (visits - x) ** 2, 0)
  return both / width
}

/**
 * The lowest point of each few: what is held for a moment, while something is drawn or stored, is
 * no growth, and what is never let go is in the lowest too.
 */
export function lowestOf(points: readonly Point[], few: number): Point[] {
  return Array.from({ length: Math.floor(points.length / few) }, (_, at) =>
    points
      .slice(at * few, (at + 1) * few)
      .reduce((low, point) => (point.bytes < low.bytes ? point : low)),
  )
}
