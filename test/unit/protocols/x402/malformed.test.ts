import { describe, expect, it } from 'vitest'
import { choose } from '../../../../lib/payment/choose'
import type { ProblemCode } from '../../../../lib/problem'
import { headerValues, PAYMENT_REQUIRED_HEADERS } from '../../../../lib/protocols/x402/headers'
import { decodeOfferBody, decodeOfferHeader } from '../../../../lib/protocols/x402/offer'
import { malformed402s } from '../../../world/malformed-402s'
import type { Answer402 } from '../../../world/terms'
import { problemOf } from '../problem-of'

const context = { isEnabled: () => true, balanceOf: () => 10n ** 30n }

/** From an answer to the terms that would be signed: the way of a 402, without a browser. */
function termsOf({ headers, body }: Answer402) {
  const list = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  )
  const [header] = headerValues(list, PAYMENT_REQUIRED_HEADERS)
  const offer = header === undefined ? decodeOfferBody(body) : decodeOfferHeader(header)
  return offer && choose(offer, context)
}

/** Codes of an offer that was read, but of which no entry can be paid. */
const UNPAYABLE: ProblemCode[] = [
  'scheme_unsupported',
  'network_unsupported',
  'token_unknown',
  'token_mismatch',
  'transfer_unsupported',
  'pay_to_invalid',
]
const MALFORMED: ProblemCode[] = ['terms_malformed', 'terms_too_large', 'terms_version_unsupported']

const answers = malformed402s()
const twice = answers.filter(({ headers }) => Array.isArray(headers['PAYMENT-REQUIRED']))
const single = answers.filter((answer) => !twice.includes(answer))
const of = (expected: string) => single.filter((answer) => answer.expect === expected)

describe('a 402 of the world', () => {
  it.each(of('malformed'))('cannot be read: $name', (answer) => {
    expect(MALFORMED).toContain(problemOf(() => termsOf(answer)).code)
  })

  it.each(of('unpayable'))('can be read, but not paid: $name', (answer) => {
    expect([...UNPAYABLE, ...MALFORMED]).toContain(problemOf(() => termsOf(answer)).code)
  })

  it.each(of('not-x402'))('is passed over in silence: $name', (answer) => {
    expect(termsOf(answer)).toBeUndefined()
  })

  it.each(twice)('shows that it cannot be told which terms are meant: $name', ({ headers }) => {
    const list = [headers['PAYMENT-REQUIRED'] ?? []]
      .flat()
      .map((value) => ({ name: 'PAYMENT-REQUIRED', value }))
    expect(new Set(headerValues(list, PAYMENT_REQUIRED_HEADERS)).size).toBe(2)
  })

  // Which of the codes: what the user is told must be about the fault.
  it.each<[string, ProblemCode]>([
    ['header not base64', 'terms_malformed'],
    ['200 KB of base64 that is not JSON', 'terms_too_large'],
    ['version 3', 'terms_version_unsupported'],
    ['resource url not a URL', 'terms_malformed'],
    ['terms only under __proto__', 'terms_malformed'],
    ['scheme unknown', 'scheme_unsupported'],
    ['scheme named like an Object.prototype member', 'scheme_unsupported'],
    ['network unknown', 'network_unsupported'],
    ['network named like an Object.prototype member', 'terms_malformed'],
    ['v1 network unknown', 'network_unsupported'],
    ['asset an unknown token', 'token_unknown'],
    ['asset the zero address', 'token_unknown'],
    ['payTo not an address', 'pay_to_invalid'],
    ['payTo the zero address', 'pay_to_invalid'],
    ['v1 payTo not an address', 'pay_to_invalid'],
    ['unknown transfer method', 'transfer_unsupported'],
    ['amount a number', 'terms_malformed'],
    ['10,000 entries', 'terms_too_large'],
  ])('is told by its code: %s is %s', (name, code) => {
    const answer = single.find((one) => one.name === name)
    expect(answer, name).toBeDefined()
    expect(problemOf(() => termsOf(answer!)).code).toBe(code)
  })
})
