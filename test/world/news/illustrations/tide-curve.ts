const left = 70
const right = 730
const top = 80
const bottom = 330

/** Twelfths of the range that have gone after each hour. */
const fallen = [0, 1, 3, 6, 9, 11, 12]

const xOf = (hour: number) => left + ((right - left) * hour) / 6
const yOf = (twelfths: number) => top + ((bottom - top) * twelfths) / 12

const curve = Array.from({ length: 61 }, (_, step) => {
  const hour = step / 10
  const y = yOf(6 - 6 * Math.cos((Math.PI * hour) / 6))
  return `${step === 0 ? 'M' : 'L'}${xOf(hour).toFixed(1)} ${y.toFixed(1)}`
}).join('')

const columns = fallen
  .slice(0, -1)
  .map((gone, hour) => {
    const x = xOf(hour)
    const part = (fallen[hour + 1] ?? 12) - gone
    const middle = (x + xOf(hour + 1)) / 2
    return `<path class="rule" d="M${x} ${top - 20}V${bottom + 20}"/>
<rect class="part" x="${x + 6}" y="${yOf(gone)}" width="${(right - left) / 6 - 12}" height="${yOf(gone + part) - yOf(gone)}"/>
<text class="number" x="${middle}" y="${bottom + 58}">${part}</text>`
  })
  .join('')

/** A falling tide with the rule of twelfths, 800 by 450. */
export const tideCurve = `<svg class="picture plate" viewBox="0 0 800 450" role="img" aria-label="Curve of a falling tide: one, two, three, three, two and one twelfths in six hours">
<rect class="ground" width="800" height="450"/>
${columns}
<path class="rule" d="M${right} ${top - 20}V${bottom + 20}"/>
<path class="water" d="${curve}V${bottom}H${left}Z"/>
<path class="line" d="${curve}"/>
<path class="rule" d="M${left} ${bottom}H${right}"/>
<circle class="dot" cx="${left}" cy="${top}" r="6"/><circle class="dot" cx="${right}" cy="${bottom}" r="6"/>
<text class="label start" x="${left}" y="44">High water</text>
<text class="label end" x="${right}" y="${bottom - 44}">Low water</text>
<text class="label" x="400" y="${bottom + 98}">twelfths of the range, hour by hour</text>
</svg>`
