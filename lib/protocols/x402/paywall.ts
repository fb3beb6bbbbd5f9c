import { Problem } from '../../problem'
import type { Offer } from '../offer'
import { decodeBodyJson } from './codec'
import { inlineScripts } from './inline-scripts'
import { readMembers } from './js-members'
import { toOffer } from './offer'

/** Real ones are 1 to 6 KB. */
const MAX_LITERAL_CHARS = 256 * 1024
/** How every SDK begins the script that configures its paywall page. */
const ASSIGNMENT = /^\s*window\.x402\s*=\s*(?=\{)/

interface PageState {
  /** The page goes on: what is cut short here may still come. */
  more?: boolean
}

/**
 * Reads the terms out of an HTML paywall: `window.x402 = {…}` with `paymentRequired` (v2) or
 * `paymentRequirements` (v1), as @x402/paywall and the legacy x402 package write it before
 * `</head>`. The members are taken as JSON; nothing of the page is ever run.
 *
 * The assignment has to begin a script that a browser would run. So what a string, a comment or
 * the words of a reader say does not count, and no JavaScript has to be understood to know it.
 * The first assignment with terms is taken: reading stops there.
 * @throws {Problem} when it claims to be x402 and cannot be read
 */
export function decodeOfferPaywall(
  html: string,
  { more = false }: PageState = {},
): Offer | undefined {
  for (const { text, cutShort } of inlineScripts(html)) {
    const [assignment] = ASSIGNMENT.exec(text) ?? []
    if (assignment === undefined) continue
    const literal = text.slice(assignment.length, assignment.length + MAX_LITERAL_CHARS + 1)
    const members = readMembers(literal)
    if (members) {
      const offer = offerOf(members)
      if (offer) return offer
    } else if (literal.length > MAX_LITERAL_CHARS) throw new Problem('terms_too_large')
    else if (!(more && cutShort)) throw new Problem('terms_malformed', { at: 'window.x402' })
  }
  return undefined
}

/** Version 2 goes before version 1 where a page has both. */
function offerOf(members: Map<string, string>): Offer | undefined {
  const required = given(members, 'paymentRequired')
  if (required !== undefined) return toOffer(decodeBodyJson(required))
  const requirements = given(members, 'paymentRequirements')
  if (requirements === undefined) return undefined
  // One entry may stand alone: the page's own script takes either.
  return toOffer({ x402Version: 1, accepts: [decodeBodyJson(requirements)].flat() })
}

function given(members: Map<string, string>, name: string): string | undefined {
  const value = members.get(name)?.trim()
  return value === 'undefined' || value === 'null' ? undefined : value
}
