import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { readOfferBody } from '../../../entrypoints/background/own-get'
import { Problem } from '../../../lib/problem'
import type { Offer } from '../../../lib/protocols/offer'
import { readMembers } from '../../../lib/protocols/x402/js-members'
import { decodeOfferBody } from '../../../lib/protocols/x402/offer'
import { decodeOfferPaywall } from '../../../lib/protocols/x402/paywall'
import { runnable } from '../fuzz'
import { mutatedJson, mutatedText } from '../mutations'
import type { Target } from '../target'
import { checkOffer, requiredV1, requiredV2 } from './terms'

/** The JSON of a v1 server. */
const body: Target<string, Offer | undefined> = {
  name: 'body',
  share: 120,
  inputs: mutatedText(mutatedJson(...requiredV1, ...requiredV1, ...requiredV2), true),
  act: decodeOfferBody,
  check: checkOffer,
}

const terms = mutatedJson(...requiredV2)
const termsV1 = mutatedJson(...requiredV1.map(({ accepts }) => accepts), requiredV1[0]!.accepts[0])
const literal = fc.oneof(
  terms.map((json) => `{ paymentRequired: ${json}, amount: 0.01, testnet: true, appName: '' }`),
  termsV1.map((json) => `{"paymentRequirements":${json},currentUrl:"https://news.example/"}`),
  terms.map((json) => `{paymentRequired:undefined,'paymentRequired':${json}}`),
)
const SCRIPTS = ['<script>', '<script type="module">', '<SCRIPT\n>', '<script src=x>', '<title>']
const page = fc
  .tuple(fc.constantFrom(...SCRIPTS), literal)
  .map(
    ([script, object]) =>
      `<!doctype html><html><head><title>Pay</title><!-- <script> --><meta content='a>b'>` +
      `${script}\n  window.x402 = ${object};\n</script></head><body onload="x>1">`,
  )

/** As much as is read of a page, of what could make a reader go back and forth. */
const MEGABYTES = [
  '<a b=',
  '<!--',
  '< ',
  '<x y="',
  "='",
  '<script>',
  '= ',
  '</title ',
  '-',
  '{"',
  '\\',
]
const large = fc
  .tuple(page, fc.constantFrom(...MEGABYTES), fc.boolean())
  .map(([html, part, before]) => {
    const filling = part.repeat(3_000_000 / part.length)
    return before ? filling + html : html.replace('window', `${filling}window`)
  })

/** An HTML paywall, whole and as far as it has come. */
const paywall: Target<[html: string, part: number], Offer | undefined> = {
  name: 'paywall',
  share: 90,
  inputs: fc.tuple(
    fc.oneof({ weight: 300, arbitrary: mutatedText(page) }, { weight: 1, arbitrary: large }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  act: ([html]) => decodeOfferPaywall(html),
  // A million tags take their time, and terms in rare characters twice their memory.
  limits: { ms: 150, bytes: 8 * 2 ** 20 },
  check(offer, [html, part]) {
    checkOffer(offer)
    // What has come of a page says the same as all of it, or nothing yet.
    const early = decodeOfferPaywall(html.slice(0, Math.floor(part * html.length)), { more: true })
    if (early) expect(isDeepStrictEqual(early, offer)).toBe(true)
  },
}

/** A `window.x402` literal: as long as it is JSON, its members are those of the JSON. */
const members: Target<string, Map<string, string> | undefined> = {
  name: 'members',
  share: 90,
  inputs: mutatedText(
    fc.oneof(literal, mutatedJson(...requiredV2, { a: [1, {}], b: '}', c: 'x' })),
  ),
  act: readMembers,
  allows: () => false,
  check(found, source) {
    const json = recordIn(source)
    if (!found || !json) return
    for (const [name, text] of found) {
      // Of a name that is there twice JSON takes the last, and we the first.
      if (text.length > 2_000 || source.split(`"${name}"`).length !== 2) continue
      expect(isDeepStrictEqual(JSON.parse(text), json[name])).toBe(true)
    }
  },
}

function recordIn(source: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(source)
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const TYPES = ['text/html', 'application/json', 'application/xhtml+xml', 'text/plain', '']

/** The answer to our own GET, in pieces as the network brings it. */
const ownGet: Target<[text: string, type: string, piece: number], Offer | undefined> = {
  name: 'own-get',
  share: 30,
  inputs: fc.tuple(
    mutatedText(
      fc.oneof(
        page,
        mutatedJson(...requiredV1),
        page.map((html) => html + filler),
      ),
      true,
    ),
    fc.constantFrom(...TYPES),
    fc.integer({ min: 1_000, max: 40_000 }),
  ),
  act: ([text, type, piece]) =>
    readOfferBody(new Response(inPieces(text, piece), { headers: { 'content-type': type } })),
  check(offer, [text, type]) {
    checkOffer(offer)
    if (!type.includes('html')) expect(isDeepStrictEqual(offer, bodyOf(text))).toBe(true)
  },
  // Every piece on its way through the streams, and the page as far as it had come each time.
  limits: { ms: 150, bytes: 24 * 2 ** 20 },
}

const filler = '<p>words</p>'.repeat(20_000)

function inPieces(text: string, piece: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + piece))
      at += piece
      if (at >= bytes.length) controller.close()
    },
  })
}

/** As it arrives: a lone surrogate does not travel. */
function bodyOf(text: string): Offer | undefined {
  try {
    return decodeOfferBody(new TextDecoder().decode(new TextEncoder().encode(text)))
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

export const bodyTargets = [runnable(body), runnable(paywall), runnable(members), runnable(ownGet)]
