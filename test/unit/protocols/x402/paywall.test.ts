import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../../../lib/problem'
import { decodeOfferBody } from '../../../../lib/protocols/x402/offer'
import { decodeOfferPaywall } from '../../../../lib/protocols/x402/paywall'
import {
  currentPaywallPage,
  legacyPaywallPage,
  pythonPaywallPage,
} from '../../../world/paywall-pages'
import { problemOf } from '../problem-of'
import { paymentRequiredV1, paymentRequiredV2 } from './spec-vectors'

const v1 = paymentRequiredV1.accepts
const v2 = paymentRequiredV2
const { error: _error, ...bareV1 } = paymentRequiredV1
const offerV1 = decodeOfferBody(JSON.stringify(bareV1))
const offerV2 = decodeOfferBody(JSON.stringify(v2))

const other = {
  ...v2,
  accepts: [{ ...v2.accepts[0], payTo: '0x000000000000000000000000000000000000bEEF' }],
}
const assignment = (terms: unknown) =>
  `window.x402 = {"paymentRequired": ${JSON.stringify(terms)}};`
const script = (text: string) => `<script>${text}</script>`
const evil = script(assignment(other))
const genuine = script(assignment(v2))

describe('a paywall page', () => {
  it.each([
    ['legacy x402, v1', legacyPaywallPage(v1), offerV1],
    ['legacy x402, v1, one entry alone', legacyPaywallPage(v1[0]), offerV1],
    ['@x402/paywall, v2', currentPaywallPage(v2), offerV2],
    ['Python, v2', pythonPaywallPage({ amount: 0.01, paymentRequired: v2 }), offerV2],
    ['Python, v1', pythonPaywallPage({ x402_version: 1, paymentRequirements: v1 }), offerV1],
    [
      'both versions: v2',
      pythonPaywallPage({ paymentRequirements: v1, paymentRequired: v2 }),
      offerV2,
    ],
    [
      'v2 left empty: v1',
      pythonPaywallPage({ paymentRequired: null, paymentRequirements: v1 }),
      offerV1,
    ],
  ])('tells its terms: %s', (_name, html, offer) => {
    expect(offer).toBeDefined()
    expect(decodeOfferPaywall(html)).toEqual(offer)
  })

  it('may have anything in its texts: quotes, brackets, escapes, angle brackets', () => {
    const description = `"}]}; <b>'\\"\u2028 window.x402 = {}; \\u003c/script> ❤`
    const terms = { ...v2, resource: { ...v2.resource, description } }
    const page = pythonPaywallPage({ paymentRequired: terms })
    expect(decodeOfferPaywall(page)?.resource.description).toBe(description)
  })

  it.each([
    ['a nonce and a type', `<script nonce="x" type="text/javascript">${assignment(v2)}</script>`],
    ['a module, in capitals', `<SCRIPT TYPE=module>${assignment(v2)}</SCRIPT >`],
    ['line breaks', script(`\n\twindow.x402\n=\n{paymentRequired:\n${JSON.stringify(v2)}\n,}\n`)],
    ['members in single quotes', script(`window.x402={'paymentRequired':${JSON.stringify(v2)}}`)],
    ['a tag with > in an attribute before it', `<p title="a > b" x=">">text</p>${genuine}`],
    ['an abrupt comment before it', `<!-->${genuine}`],
    ['another assignment without terms before it', script('window.x402 = {v: 2}') + genuine],
    ['other scripts before it', script('if (a < b) "</p>"') + genuine],
    ['no end tag yet', `<script>${assignment(v2)}`],
  ])('is read with %s', (_name, html) => {
    expect(decodeOfferPaywall(html)).toEqual(offerV2)
  })
})

describe('what is no assignment of the page itself', () => {
  it.each([
    ['in a comment of the page', `<!-- ${evil} -->`],
    ['in a comment with an odd end', `<!-- > -- > ${evil} --!>`],
    ['in a quoted attribute', `<p title="${evil.replaceAll('"', '&quot;')}">text</p>`],
    ['in an attribute in single quotes', `<p title = '${evil}'>text</p>`],
    ['in a text area', `<textarea>${evil}</textarea>`],
    ['in the title', `<title>${evil}</title>`],
    ['in a style sheet', `<style>${evil}</style>`],
    ['in a template', `<template>${evil}</template>`],
    ['in noscript', `<noscript>${evil}</noscript>`],
    ['in a script that is data', `<script type="application/json">${assignment(other)}</script>`],
    ['in a script with a source', `<script src="/app.js">${assignment(other)}</script>`],
    ['in a string of a script', script(`const text = '${assignment(other)}'`)],
    ['in a comment of a script', script(`/* ${assignment(other)} */ // ${assignment(other)}`)],
    ['on a later line of a script', script(`comment = "…"\n${assignment(other)}`)],
    ['escaped as text', `<p>${evil.replaceAll('<', '&lt;')}</p>`],
    ['under another name', script(assignment(other).replace('window.x402', 'window.x402s'))],
    ['as a member of another', script(assignment(other).replace('window.', 'window.top.'))],
    ['compared, not assigned', script('window.x402 == {"paymentRequired": 1}')],
    ['no literal', script(`window.x402 = JSON.parse('${JSON.stringify(other)}')`)],
    ['a literal without terms', script('window.x402 = {"version": 2, "pay": {"a": [1]}}')],
    ['terms only under __proto__', script(`window.x402 = {"__proto__": ${JSON.stringify(other)}}`)],
    [
      'terms one level down',
      script(`window.x402 = {a: {"paymentRequired": ${JSON.stringify(v2)}}}`),
    ],
    ['an empty page', ''],
    ['no page at all', JSON.stringify(v2)],
  ])('is passed over in silence: %s', (_name, html) => {
    expect(decodeOfferPaywall(html)).toBeUndefined()
    expect(decodeOfferPaywall(html, { more: true })).toBeUndefined()
    expect(decodeOfferPaywall(html + genuine)).toEqual(offerV2)
  })

  it.each([
    ['plaintext', `<plaintext>${evil}</plaintext>`],
    ['an open comment', `<!-- ${evil}`],
    ['an open attribute', `<p title='${evil}`],
    ['an open text area', `<textarea>${evil}`],
  ])('nor is anything after %s', (_name, html) => {
    expect(decodeOfferPaywall(html + genuine)).toBeUndefined()
  })
})

describe('of two assignments', () => {
  it('the first with terms counts: reading stops there', () => {
    expect(decodeOfferPaywall(genuine + evil)).toEqual(offerV2)
  })

  it('the first of two members counts', () => {
    const [first, second] = [v2, other].map((terms) => `paymentRequired: ${JSON.stringify(terms)}`)
    expect(decodeOfferPaywall(script(`window.x402 = {${first}, ${second}}`))).toEqual(offerV2)
  })

  it('a first that cannot be read is not passed over for a second', () => {
    // What `</script>` in a description does to a server that does not escape it.
    const broken = { ...v2, resource: { ...v2.resource, description: `</script>${evil}` } }
    for (const more of [true, false]) {
      const read = () => decodeOfferPaywall(script(assignment(broken)), { more })
      expect(problemOf(read).code).toBe('terms_malformed')
    }
  })
})

describe('a claim that cannot be read', () => {
  const literal = (text: string) => script(`window.x402 = {paymentRequired: ${text}}`)
  it.each<[string, string, ProblemCode]>([
    ['no JSON', literal(`{x402Version: 2}`), 'terms_malformed'],
    ['an expression', literal('(() => fetch("/"))()'), 'terms_malformed'],
    ['a call', literal('JSON.parse("{}")'), 'terms_malformed'],
    ['a template', literal('`{}`'), 'terms_malformed'],
    ['a comment in it', script(`window.x402 = {/* a */ paymentRequired: {}}`), 'terms_malformed'],
    ['a spread', script(`window.x402 = {...terms}`), 'terms_malformed'],
    ['a computed member', script(`window.x402 = {["paymentRequired"]: {}}`), 'terms_malformed'],
    ['a text in place of terms', literal(JSON.stringify(JSON.stringify(v2))), 'terms_malformed'],
    ['no accepts', literal('{"x402Version":2}'), 'terms_malformed'],
    ['no entries', script('window.x402 = {paymentRequirements: []}'), 'terms_malformed'],
    ['version 3', literal(JSON.stringify({ ...v2, x402Version: 3 })), 'terms_version_unsupported'],
    ['prototype keys', literal('{"__proto__":{"x402Version":2}}'), 'terms_malformed'],
    ['closed too often', literal('{}}}]]'), 'terms_malformed'],
    ['cut short', `<script>${assignment(v2).slice(0, -9)}`, 'terms_malformed'],
    ['deep nesting', literal('['.repeat(1000) + ']'.repeat(1000)), 'terms_malformed'],
    ['deep nesting, never closed', literal('['.repeat(50_000)), 'terms_malformed'],
    ['4 MB of terms', literal(`"${'x'.repeat(4 * 1024 * 1024)}"`), 'terms_too_large'],
  ])('says so: %s', (_name, html, code) => {
    expect(problemOf(() => decodeOfferPaywall(html)).code).toBe(code)
  })

  it('but what is cut short where the page goes on may still come', () => {
    const page = currentPaywallPage(v2)
    const end = page.indexOf('testnet: true')
    for (const at of [0, 10, 5000, end - 40, end]) {
      expect(decodeOfferPaywall(page.slice(0, at), { more: true })).toBeUndefined()
    }
    expect(decodeOfferPaywall(page.slice(0, page.indexOf('</script>')), { more: true })).toEqual(
      offerV2,
    )
  })

  it('unless it is already too large', () => {
    const html = `<script>window.x402 = {a: [${'1,'.repeat(150_000)}`
    expect(problemOf(() => decodeOfferPaywall(html, { more: true })).code).toBe('terms_too_large')
  })
})

describe('a page of far too many scripts', () => {
  const scripts = (count: number) => script('1').repeat(count)
  it('is read as far as any real page goes', () => {
    expect(decodeOfferPaywall(scripts(900) + genuine)).toEqual(offerV2)
    expect(decodeOfferPaywall(scripts(1_000) + genuine)).toBeUndefined()
  })
})

describe('4 MB of anything', () => {
  const size = 4 * 1024 * 1024
  const repeated = (text: string) => text.repeat(Math.ceil(size / text.length))
  it.each([
    ['open tags', '<a '],
    ['open comments', '<!-'],
    ['open quotes', '<a b="'],
    ['equal signs', '<a ===='],
    ['blanks in a tag', '<a b=           '],
    ['empty scripts', '<script></script>'],
    ['open scripts', '<script>'],
    ['almost closed scripts', '<script></script'],
    ['assignments without a literal', '<script>window.x402 =</script>'],
    ['empty assignments', '<script>window.x402 = {}</script>'],
    ['text', 'window.x402 = {paymentRequired: '],
  ])('is read in one pass: %s', (_name, text) => {
    const html = repeated(text)
    const before = performance.now()
    expect(decodeOfferPaywall(html)).toBeUndefined()
    // Quadratic work would take minutes.
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
