import { describe, expect, it } from 'vitest'
import { readOfferBody } from '../../../entrypoints/background/own-get'
import { currentPaywallPage, legacyPaywallPage } from '../../world/paywall-pages'
import {
  answer402V1,
  paymentRequiredV1,
  paymentRequiredV2,
  paymentRequirementsV1,
} from '../../world/terms'
import { problemOfAsync } from '../protocols/problem-of'

const CHUNK = 8 * 1024

/** A response that comes in pieces and counts how many were asked for. */
function answer(body: string, type: string) {
  const bytes = new TextEncoder().encode(body)
  const sent = { bytes: 0, of: bytes.length }
  const stream = new ReadableStream({
    pull(controller) {
      const piece = bytes.slice(sent.bytes, sent.bytes + CHUNK)
      if (piece.length === 0) return controller.close()
      sent.bytes += piece.length
      controller.enqueue(piece)
    },
  })
  const headers = { 'content-type': type }
  return { response: new Response(stream, { status: 402, headers }), sent }
}

describe('the body of our own GET', () => {
  it.each([
    ['legacy, v1', legacyPaywallPage([paymentRequirementsV1()]), 1, 160 * 1024],
    ['@x402/paywall, v2', currentPaywallPage(paymentRequiredV2()), 2, 64 * 1024],
  ])('is read no further than the terms: %s', async (_name, page, version, atMost) => {
    const { response, sent } = answer(page, 'text/html; charset=utf-8')
    expect(await readOfferBody(response)).toMatchObject({ version })
    expect(sent.of).toBeGreaterThan(2_000_000)
    expect(sent.bytes).toBeLessThan(atMost)
  })

  it('is read to the end of a short page, terms on its last line', async () => {
    const required = JSON.stringify(paymentRequiredV2())
    const page = `${'é'.repeat(20_000)}<script>window.x402 = {"paymentRequired":${required}}</script>`
    expect(await readOfferBody(answer(page, 'text/html').response)).toMatchObject({ version: 2 })
  })

  it.each(['application/json', 'application/problem+json', 'text/plain', 'text/html', ''])(
    'is read as JSON where it is JSON, whatever it is called: %j',
    async (type) => {
      const { response } = answer(answer402V1().body, type)
      expect(await readOfferBody(response)).toMatchObject({ version: 1 })
    },
  )

  it.each([
    ['HTML', 'text/html', `<p>${'word '.repeat(2_000_000)}`],
    ['JSON', 'application/json', `{"quota":"${'x'.repeat(10_000_000)}"}`],
    ['anything', 'application/octet-stream', 'x'.repeat(10_000_000)],
    ['nothing', 'text/html', ''],
  ])('without terms is passed over, megabytes unread: %s', async (_name, type, body) => {
    const { response, sent } = answer(body, type)
    expect(await readOfferBody(response)).toBeUndefined()
    expect(sent.bytes).toBeLessThan(4.2 * 1024 * 1024)
  })

  it.each([
    ['JSON', 'application/json', JSON.stringify(paymentRequiredV1()).replace('{', '{ ,')],
    ['a page', 'text/html', '<script>window.x402 = {paymentRequired: {'],
  ])('that claims terms and has none is a problem: %s', async (_name, type, body) => {
    const { code } = await problemOfAsync(() => readOfferBody(answer(body, type).response))
    expect(code).toBe('terms_malformed')
  })

  it('with megabytes of terms is a problem, and they are not read', async () => {
    const { response, sent } = answer(
      `{"x402Version":1,"accepts":[${'1,'.repeat(2_000_000)}1]}`,
      'application/json',
    )
    expect((await problemOfAsync(() => readOfferBody(response))).code).toBe('terms_too_large')
    expect(sent.bytes).toBeLessThan(300 * 1024)
  })
})
