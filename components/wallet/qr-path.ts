import { encode } from 'uqr'

/** Modules of white around the code, without which readers do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4

export interface QrPath {
  /** Modules on a side, quiet zone included. */
  size: number
  /** The dark modules as SVG path data, one unit a module. */
  path: string
}

/** Draws a text as a QR code; it stays readable with 15 % of it lost. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const path = data.flatMap((row, y) => runsOf(row).map(([x, length]) => line(x, y, length)))
  return { size, path: path.join('') }
}

/** Where dark modules follow each other: start and length. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    if (!dark) return
    const last = row[x - 1] ? runs.at(-1) : undefined
    if (last) last[1]++
    else runs.push([x, 1])
  })
  return runs
}

function line(x: number, y: number, length: number): string {
  return `M${x} ${y}h${length}v1h-${length}z`
}
