import { describe, expect, it } from 'vitest'
import type { Payment } from '../../../lib/payment/payment'
import { isReopened, type PaidRequest } from '../../../lib/payment/request'
import { isOnShelf } from '../../../lib/payment/shelf'
import { aPayment } from './samples'

const bought = (request: Partial<PaidRequest> = {}, state: Payment['state'] = 'confirmed') =>
  aPayment({ state, request: { ...aPayment().request, ...request } })

describe('the shelf', () => {
  it.each([
    ['a page that came', bought()],
    ['a page that the chain has not confirmed yet', bought({}, 'settled')],
    ['a page without encryption', bought({ url: 'http://news.example/a' })],
  ])('has %s', (_name, payment) => {
    expect(isOnShelf(payment)).toBe(true)
  })

  it.each([
    ['a page that did not come', bought({}, 'undelivered')],
    ['a page that may not have come', bought({}, 'unknown')],
    ['a page that nobody paid', bought({}, 'declined')],
    ['an answer to a form', bought({ kind: 'form', method: 'POST' })],
    ['a call of a program', bought({ kind: 'fetch' })],
    ['a picture', bought({ kind: 'element' })],
    ['a frame in a page', bought({ kind: 'frame' })],
    ['a script in place of an address', bought({ url: 'javascript:alert(1)' })],
    ['a page of the browser', bought({ url: 'chrome://settings' })],
    ['a file', bought({ url: 'file:///etc/passwd' })],
    ['what is no address', bought({ url: 'news' })],
  ])('does not have %s', (_name, payment) => {
    expect(isOnShelf(payment)).toBe(false)
  })
})

describe('a page that was opened from a page of an extension', () => {
  it.each([
    ['chrome-extension://abc', true],
    ['moz-extension://abc', true],
    ['https://chrome-extension.example', false],
    ['null', false],
    [undefined, false],
  ])('%s: %s', (openedBy, is) => {
    expect(isReopened(openedBy === undefined ? {} : { openedBy })).toBe(is)
  })
})
