import fc from 'fast-check'
import { expect } from 'vitest'
import { hasUserInfo, webOrigin, withoutFragment } from '../../../entrypoints/background/urls'
import { nameReasons } from '../../../lib/payment/lookalike'
import { decimalText, formatUnits, formatUsd, parseUsd, toMicro } from '../../../lib/payment/money'
import { readableNetwork, TOKENS } from '../../../lib/payment/networks'
import { purchaseKey } from '../../../lib/payment/purchase'
import { isEndpoint } from '../../../lib/store/settings'
import { normalizePhrase, normalizePrivateKey } from '../../../lib/wallet/account'
import { normalizeAddress } from '../../../lib/wallet/accounts'
import { paymentUri } from '../../../lib/wallet/payment-uri'
import { someTerms } from '../../unit/payment/samples'
import { payees } from '../../world/accounts'
import { runnable } from '../fuzz'
import { hostileText } from '../hostile'
import { mutatedText } from '../mutations'
import type { Target } from '../target'

const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
)

/** What a person types as dollars: the same number again, never rounded. */
const dollars: Target<string, bigint> = {
  name: 'dollars',
  share: 60,
  inputs: fc.oneof(
    mutatedText(fc.constantFrom('5', '0,10', '$1,000.50', '$ 999999999.999999', '.5', '1. $')),
    amount.map(formatUsd),
    hostileText,
  ),
  act: (text) => parseUsd(text),
  check(micro, text) {
    expect(micro).toBeGreaterThanOrEqual(0n)
    const plain = text
      .trim()
      .replace(/^\$\s*|\s*\$$/, '')
      .replace(',', '.')
    const [whole = '', decimals = ''] = plain.split('.')
    expect(`${whole}${decimals.padEnd(6, '0')}`.replace(/^0+(?=\d)/, '')).toBe(String(micro))
    if (micro < 10n ** 15n) expect(parseUsd(decimalText(micro, 6))).toBe(micro)
  },
}

/** Amounts as they are shown: every digit, and nothing but its digits. */
const money: Target<[amount: bigint, decimals: number], string> = {
  name: 'money',
  share: 40,
  inputs: fc.tuple(amount, fc.integer({ min: 0, max: 78 })),
  act: ([units, decimals]) => formatUnits(units, decimals),
  allows: () => false,
  check(text, [units, decimals]) {
    expect(text).toMatch(/^(?:\d{1,3}(?:,\d{3})*)(?:\.\d*[1-9])?$/)
    const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.')
    expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(units)
    // Rounded up, and by less than one millionth.
    const scaled = toMicro(units, decimals) * 10n ** BigInt(decimals) - units * 10n ** 6n
    expect(scaled >= 0n && scaled < 10n ** BigInt(decimals)).toBe(true)
  },
}

/** EIP-681, read as a wallet would read it. */
const uris: Target<[token: number, to: `0x${string}`, amount: bigint], string> = {
  name: 'payment-uri',
  share: 20,
  inputs: fc.tuple(fc.nat(TOKENS.length - 1), fc.constantFrom(...Object.values(payees)), amount),
  act: ([token, to, units]) => paymentUri(TOKENS[token]!, to, units),
  allows: () => false,
  check(uri, [at, to, units]) {
    const { protocol, pathname, searchParams } = new URL(uri)
    const { network, address } = TOKENS[at]!
    expect([protocol, pathname]).toEqual(['ethereum:', `${address}@${network.slice(7)}/transfer`])
    expect([...searchParams]).toEqual([
      ['address', to],
      ['uint256', units.toString()],
    ])
  },
}

const URLS = [
  'https://news.example/article?a=1&b=%20#part',
  'http://user:secret@news.example:8080/a@b?c@d#e@f',
  'https://xn--80ak6aa92e.com/',
  'https://пример.example/ü',
  'http://[::1]:3000/',
  'wss://news.example/',
  'blob:https://news.example/5a5a',
  'data:text/html,<p>',
  'about:blank',
]
const FAMILIAR = ['https://news.example', 'https://apple.com', 'http://localhost:3000']

/** Addresses of pages and requests, as browsers know them. */
const urls: Target<string, ReturnType<typeof readUrl>> = {
  name: 'urls',
  share: 50,
  inputs: fc.oneof(mutatedText(fc.constantFrom(...URLS)), fc.webUrl(), hostileText),
  act: readUrl,
  allows: () => false,
  // A name longer than any on the net is compared letter by letter too.
  limits: { ms: 100, bytes: 16 * 2 ** 20 },
  check(read, text) {
    if (!read) return expect(webOrigin(text)).toBeUndefined()
    const { origin, bare, thing, href } = read
    expect(new URL(origin).origin).toBe(origin)
    expect(hasUserInfo(bare) || bare.includes('#')).toBe(false)
    const expected = new URL(href)
    Object.assign(expected, { hash: '', username: '', password: '' })
    expect(new URL(bare).href).toBe(expected.href)
    expect(thing.startsWith(`${origin} GET ${origin}/`)).toBe(true)
  },
}

/** A page's address and all that is read out of it; nothing where it is no web page. */
function readUrl(text: string) {
  const origin = webOrigin(text)
  isEndpoint(text)
  readableNetwork(2, text)
  if (!origin) return undefined
  const { href } = new URL(text)
  const bare = withoutFragment(href)
  const reasons = nameReasons(origin, FAMILIAR)
  return {
    origin,
    href,
    bare,
    thing: purchaseKey(origin, { method: 'GET', url: bare }, someTerms()),
    reasons,
  }
}

const TYPED = [
  '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  `0x${'ab'.repeat(32)}`,
  'legal winner thank year wave sausage worth useful legal winner thank yellow',
]

/** Addresses, keys and phrases as they are typed or pasted. */
const typed: Target<string, string> = {
  name: 'typed',
  share: 10,
  inputs: fc.oneof(mutatedText(fc.constantFrom(...TYPED)), hostileText),
  act(text) {
    if (text.length > 1_000) return normalizeAddress(text)
    if (text.includes(' ')) return normalizePhrase(text)
    return text.length > 50 ? normalizePrivateKey(text) : normalizeAddress(text)
  },
  check(kept) {
    expect(kept).toMatch(/^(?:0x[0-9a-fA-F]{40}|0x[0-9a-f]{64}|[a-z]+(?: [a-z]+){11,23})$/)
  },
}

export const wordTargets = [
  runnable(dollars),
  runnable(money),
  runnable(uris),
  runnable(urls),
  runnable(typed),
]
