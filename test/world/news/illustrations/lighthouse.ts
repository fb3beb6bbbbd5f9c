const stars = [
  [58, 52],
  [118, 96],
  [176, 38],
  [232, 120],
  [300, 60],
  [348, 140],
  [40, 170],
  [540, 44],
  [604, 108],
  [668, 56],
  [724, 130],
  [762, 40],
  [150, 190],
  [690, 196],
]
  .map(([x, y], index) => `<circle cx="${x}" cy="${y}" r="${index % 3 === 0 ? 1.8 : 1.1}"/>`)
  .join('')

const swell = [372, 392, 412, 432]
  .map((y, row) => {
    const start = row % 2 === 0 ? -40 : -80
    return `<path d="M${start} ${y}${' q20 -7 40 0 t40 0'.repeat(12)}"/>`
  })
  .join('')

/** The lead picture: a lit tower on its rock, 800 by 450. */
export const lighthouse = `<svg class="picture night" viewBox="0 0 800 450" role="img" aria-label="A lighthouse on a rock, its beam sweeping a night sea">
<defs><linearGradient id="beam"><stop offset="0" stop-color="#ffe9ae" stop-opacity=".85"/><stop offset="1" stop-color="#ffe9ae" stop-opacity="0"/></linearGradient>
<linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#14243a"/><stop offset=".8" stop-color="#2f5570"/><stop offset="1" stop-color="#6f8f97"/></linearGradient></defs>
<rect width="800" height="450" fill="url(#sky)"/>
<g fill="#e9efe8">${stars}</g>
<path d="M438 124 800 38v150Z" fill="url(#beam)"/>
<g transform="matrix(-1 0 0 1 874 0)"><path d="M438 124 800 92v90Z" fill="url(#beam)" opacity=".45"/></g>
<rect y="352" width="800" height="98" fill="#10273b"/>
<g fill="none" stroke="#4d7488" stroke-width="1.5" opacity=".7">${swell}</g>
<path d="M286 378c24-30 56-34 84-52 20-12 96-14 124 6 30 20 60 18 92 46Z" fill="#0a1622"/>
<path d="m412 336 10-188h30l10 188Z" fill="#efe8d8"/>
<path d="m452 148 10 188h-17l-7-188Z" fill="#c9c3b4"/>
<path d="m418.400 216 2.300-42h32.600l2.300 42Zm-4 72 2.100-38h41l2.100 38Z" fill="#a8322a"/>
<path d="M416 142h42v7h-42Z" fill="#0a1622"/>
<path d="M423 108h28v34h-28Z" fill="#ffe9ae"/>
<path d="M423 108h28v34h-28Zm9 0v34m10-34v34" fill="none" stroke="#0a1622" stroke-width="2"/>
<path d="m418 108 19-20 19 20Zm18-28h2v10h-2Z" fill="#0a1622"/>
<path d="M431 312h12v24h-12Zm2-72h7v11h-7Zm0-48h7v11h-7Z" fill="#0a1622"/>
<path d="M492 316h48v22h-48Zm-5 0 29-17 29 17Z" fill="#d9d1bf"/><path d="m487 316 29-17 29 17Z" fill="#3a2a26"/><path d="M500 322h8v8h-8Z" fill="#ffd98a"/>
</svg>`
