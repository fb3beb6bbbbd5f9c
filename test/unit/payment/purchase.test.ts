import { describe, expect, it } from 'vitest'
import { buyerOf, purchaseKey, thingOf } from '../../../lib/payment/purchase'
import { someTerms } from './samples'

const site = 'https://news.example'
const request = { method: 'GET', url: 'https://news.example/a?b=1' }
const key = purchaseKey(site, request, someTerms())

describe('the same purchase', () => {
  it.each([
    ['at another place of the page', { ...request, url: `${request.url}#part-2` }, someTerms()],
    [
      'with the port written out',
      { ...request, url: 'https://news.example:443/a?b=1' },
      someTerms(),
    ],
    ['with the host in capitals', { ...request, url: 'https://NEWS.example/a?b=1' }, someTerms()],
    [
      'with addresses in lower case',
      request,
      someTerms({ payTo: someTerms().payTo.toLowerCase(), asset: someTerms().asset.toLowerCase() }),
    ],
    [
      'with another timeout and wording',
      request,
      someTerms({ maxTimeoutSeconds: 5, raw: '{"other":1}' }),
    ],
  ])('has the same key %s', (_what, other, terms) => {
    expect(purchaseKey(site, other, terms)).toBe(key)
  })
})

describe('another purchase', () => {
  const others: [string, string][] = [
    ['site', purchaseKey('https://other.example', request, someTerms())],
    ['method', purchaseKey(site, { ...request, method: 'POST' }, someTerms())],
    ['path', purchaseKey(site, { ...request, url: 'https://news.example/A?b=1' }, someTerms())],
    ['query', purchaseKey(site, { ...request, url: 'https://news.example/a?b=2' }, someTerms())],
    ['scheme', purchaseKey(site, { ...request, url: 'http://news.example/a?b=1' }, someTerms())],
    [
      'port',
      purchaseKey(site, { ...request, url: 'https://news.example:8443/a?b=1' }, someTerms()),
    ],
    ['network', purchaseKey(site, request, someTerms({ networkId: 'eip155:8453' }))],
    ['token', purchaseKey(site, request, someTerms({ asset: `0x${'1'.repeat(40)}` }))],
    ['payee', purchaseKey(site, request, someTerms({ payTo: `0x${'1'.repeat(40)}` }))],
    ['amount', purchaseKey(site, request, someTerms({ amount: 10_001n }))],
  ]

  it.each(others)('by its %s has another key', (_what, other) => {
    expect(other).not.toBe(key)
  })

  it('never has the key of a third', () => {
    expect(new Set(others.map(([, other]) => other)).size).toBe(others.length)
  })

  it('cannot be written into a URL: blanks in it are no separators', () => {
    const forged = purchaseKey(
      site,
      { ...request, url: `${request.url} eip155:8453 0x1 0x2 5` },
      someTerms(),
    )
    expect(forged.split(' ')).toHaveLength(key.split(' ').length)
  })
})

describe('the same thing', () => {
  const asker = 'https://frame.example'

  it.each([undefined, asker])('begins the keys of all its purchases, asked for by %s', (asker) => {
    const thing = thingOf({ site, asker, request })
    for (const amount of [1n, 10_000n]) {
      const purchase = purchaseKey(buyerOf({ site, asker }), request, someTerms({ amount }))
      expect(purchase.startsWith(`${thing} `)).toBe(true)
    }
  })

  it('is one at every place of the page, and another by site, frame, method or address', () => {
    const thing = thingOf({ site, request })
    expect(thingOf({ site, request: { ...request, url: `${request.url}#part-2` } })).toBe(thing)
    const others = [
      thingOf({ site: 'https://other.example', request }),
      thingOf({ site, asker, request }),
      thingOf({ site, request: { ...request, method: 'POST' } }),
      thingOf({ site, request: { ...request, url: 'https://news.example/a?b=2' } }),
    ]
    expect(new Set([thing, ...others]).size).toBe(5)
  })

  it('is the text itself where a backup has no address', () => {
    expect(thingOf({ site, request: { method: 'GET', url: 'no#address' } })).toBe(
      `${site} GET no#address`,
    )
  })
})
