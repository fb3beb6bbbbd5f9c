/** Closed contours round a winding valley, from the shelf down; each is a scaled, bent ellipse. */
const depths = [200, 240, 280, 320, 360, 412]

function contour(depth: number, index: number): string {
  const points = Array.from({ length: 72 }, (_, step) => {
    const angle = (step / 72) * 2 * Math.PI
    const shrink = 1 - index * 0.155
    const ripple = 1 + 0.09 * Math.sin(3 * angle + index * 0.6) + 0.05 * Math.cos(7 * angle - index)
    const along = Math.cos(angle) * 330 * shrink * ripple
    const across = Math.sin(angle) * 150 * shrink * ripple + 46 * Math.sin(along / 105)
    return `${(400 + along).toFixed(1)} ${(228 + across).toFixed(1)}`
  })
  return `<path class="depth depth-${index}" d="M${points.join('L')}Z"><title>${depth} fathoms</title></path>`
}

const tracks = Array.from({ length: 19 }, (_, index) => {
  const x = 62 + index * 38
  return `M${x} 34L${x - 26} 416`
}).join('')

const soundings = [
  [118, 86, 196],
  [196, 58, 204],
  [688, 96, 188],
  [540, 412, 191],
  [152, 380, 183],
  [250, 208, 331],
  [556, 262, 347],
  [404, 232, 412],
]
  .map(([x, y, depth]) => `<text class="sounding" x="${x}" y="${y}">${depth}</text>`)
  .join('')

/** The chart of the trench with the lines run over it, 800 by 450. */
export const deepSurvey = `<svg class="picture chart" viewBox="0 0 800 450" role="img" aria-label="Depth contours of a winding undersea valley, crossed by survey lines">
<rect class="ground" width="800" height="450"/>
${depths.map(contour).join('')}
<path class="tracks" d="${tracks}"/>
${soundings}
<g transform="translate(726 372)" class="compass"><circle r="34"/><path d="M0-44 7 0 0 44-7 0Z"/><path d="M-44 0 0-5 44 0 0 5Z"/><text y="-50">N</text></g>
<rect class="frame" x="14" y="14" width="772" height="422"/>
</svg>`
