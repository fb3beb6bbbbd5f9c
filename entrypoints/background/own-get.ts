import type { Offer } from '../../lib/protocols/offer'
import { decodeOfferBody } from '../../lib/protocols/x402/offer'
import { decodeOfferPaywall } from '../../lib/protocols/x402/paywall'

/** Longer JSON is refused by its decoder. */
const MAX_BODY_CHARS = 257 * 1024
/** The page of the legacy package has 3.5 MB; its terms are in the first 50 KB. */
const MAX_PAGE_CHARS = 4 * 1024 * 1024
const FIRST_LOOK_CHARS = 16 * 1024

/**
 * The terms in the body of a 402 that we asked for: JSON (v1), or what an HTML paywall tells its
 * own script. Nobody's megabytes are read when the terms have been found.
 * @throws {Problem} when it claims to be x402 and cannot be read
 */
export async function readOfferBody(response: Response): Promise<Offer | undefined> {
  const type = response.headers.get('content-type') ?? ''
  const isPage = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)
  for await (const { text, more } of growing(response, isPage ? MAX_PAGE_CHARS : MAX_BODY_CHARS)) {
    const offer = isPage ? decodeOfferPaywall(text, { more }) : undefined
    if (offer) return offer
    // Some servers send their JSON as HTML: it is what Express makes of a string.
    if (!more && (!isPage || /^\s*\{/.test(text))) return decodeOfferBody(text)
  }
  return undefined
}

/** The body as far as it has come, whenever it has doubled, and at its end or at the bound. */
async function* growing(
  { body }: Response,
  maxChars: number,
): AsyncGenerator<{ text: string; more: boolean }> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  let text = ''
  let nextLook = FIRST_LOOK_CHARS
  try {
    while (text.length < maxChars) {
      const { done, value } = await reader.read()
      if (done) break
      text += value
      if (text.length < nextLook) continue
      yield { text, more: true }
      nextLook = text.length * 2
    }
    yield { text, more: false }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
