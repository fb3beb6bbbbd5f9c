import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeBodyJson,
  decodeHeaderJson,
  encodeHeaderJson,
} from '../../../../lib/protocols/x402/codec'
import { problemOf } from '../problem-of'

const HEADER_LIMIT = 64 * 1024
const BODY_LIMIT = 256 * 1024

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

/** A JSON string literal whose base64 is exactly that long (a multiple of four). */
const headerOf = (chars: number) => base64(JSON.stringify('x'.repeat((chars / 4) * 3 - 2)))

describe('a header', () => {
  it('comes back as it went, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value))
        expect(decodeHeaderJson(encodeHeaderJson(value))).toEqual(plain)
      }),
    )
  })

  it('comes back as it went, for any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        const value = { [a]: b, '€ 🜁 ﷽ é': 'e\u0301 \u0000 \u202e \ud83e\udd91' }
        expect(decodeHeaderJson(encodeHeaderJson(value))).toEqual(value)
      }),
    )
  })

  it('is written as Node writes base64 of UTF-8', () => {
    const value = { price: '€ 0,05', note: '🗞' }
    expect(encodeHeaderJson(value)).toBe(base64(JSON.stringify(value)))
  })

  // `?>` and `~` bring the two characters in which the alphabets differ, and padding.
  const odd = { q: '???>>>~~~ÿÿ' }
  it.each([
    ['standard', base64(JSON.stringify(odd))],
    ['unpadded', base64(JSON.stringify(odd)).replace(/=+$/, '')],
    ['base64url', Buffer.from(JSON.stringify(odd)).toString('base64url')],
    ['surrounded by blanks', ` \t${base64(JSON.stringify(odd))} `],
  ])('is read when %s', (_kind, header) => {
    expect(decodeHeaderJson(header)).toEqual(odd)
  })

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['plain JSON', '{"x402Version":2}'],
    ['with a foreign character', 'e30*'],
    ['with a blank inside', 'e3 0='],
    ['two headers joined by a comma', 'e30=, e30='],
    ['padding inside', 'e3=0'],
    ['too much padding', 'e30==='],
    ['padding alone', '=='],
    ['of an impossible length', 'e30=e'],
    ['in other letters', 'е30='],
    ['a percent escape', 'e30%3D'],
  ])('is malformed when %s', (_kind, header) => {
    expect(problemOf(() => decodeHeaderJson(header))).toEqual({
      code: 'terms_malformed',
      details: { at: 'base64' },
    })
  })

  it.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['a cut sequence', [0x22, 0xe2, 0x82, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['beyond Unicode', [0x22, 0xf5, 0x80, 0x80, 0x80, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x22, 0x00, 0x22, 0x00]],
  ])('is malformed, not repaired, when its UTF-8 has %s', (_kind, bytes) => {
    const header = base64(Uint8Array.from(bytes))
    expect(problemOf(() => decodeHeaderJson(header)).code).toBe('terms_malformed')
  })

  it.each(['', 'pay me', '{"a":1}{}', "{'a':1}", '{"a":NaN}', '{"a":1,}', '"\n"'])(
    'is malformed when it holds %j instead of JSON',
    (text) => {
      expect(problemOf(() => decodeHeaderJson(base64(text))).code).toBe('terms_malformed')
    },
  )

  it('is read up to the limit and refused one character further', () => {
    const longest = headerOf(HEADER_LIMIT)
    expect(longest).toHaveLength(HEADER_LIMIT)
    expect(decodeHeaderJson(longest)).toMatch(/^x+$/)
    expect(problemOf(() => decodeHeaderJson(`${longest} `)).code).toBe('terms_too_large')
  })
})

describe('a body', () => {
  it('is read up to the limit and refused one character further', () => {
    const longest = JSON.stringify('x'.repeat(BODY_LIMIT - 2))
    expect(decodeBodyJson(longest)).toHaveLength(BODY_LIMIT - 2)
    expect(problemOf(() => decodeBodyJson(`${longest} `)).code).toBe('terms_too_large')
  })
})

describe('depth', () => {
  it.each([
    ['arrays', nested],
    ['objects', (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
    ['both in turn', (levels: number) => '[{"a":'.repeat(levels / 2) + 1 + '}]'.repeat(levels / 2)],
  ])('is read to 32 levels of %s and refused further down', (_kind, make) => {
    expect(decodeBodyJson(make(32))).toBeTypeOf('object')
    const problem = { code: 'terms_malformed', details: { at: 'depth' } }
    expect(problemOf(() => decodeBodyJson(make(34)))).toEqual(problem)
    expect(problemOf(() => decodeHeaderJson(base64(make(34))))).toEqual(problem)
  })

  it('is refused at the very next level', () => {
    expect(problemOf(() => decodeBodyJson(nested(33))).details).toEqual({ at: 'depth' })
  })

  it('does not stand for width: brackets that close again count once', () => {
    expect(decodeBodyJson(`[${'[],'.repeat(5000)}[]]`)).toHaveLength(5001)
  })

  it.each([
    ['brackets', '['.repeat(1000)],
    ['brackets after an escaped quote', `"${'{'.repeat(1000)}`],
    ['brackets after an escaped backslash', `\\${'['.repeat(1000)}`],
    ['backslashes before its end', `${'['.repeat(100)}\\\\`],
  ])('does not count what stands in a string: %s', (_kind, text) => {
    expect(decodeBodyJson(JSON.stringify([text]))).toEqual([text])
  })

  it('counts what stands after a string that ends in a backslash', () => {
    expect(problemOf(() => decodeBodyJson(`["\\\\",${nested(40)}]`)).details).toEqual({
      at: 'depth',
    })
  })
})

describe('prototype pollution', () => {
  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"a":{"__proto__":{"polluted":true}}}',
    '[{"__proto__":{"polluted":true}}]',
  ])('does not happen by %s', (text) => {
    const value = decodeBodyJson(text) as object
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value))
    expect('polluted' in value).toBe(false)
  })
})
