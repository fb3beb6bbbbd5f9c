import { describe, expect, it } from 'vitest'
import { plainText } from '../../../components/payment/plain-text'
import { shortAddress } from '../../../components/payment/short-address'
import { subjectOf } from '../../../components/payment/subject'
import type { Payment } from '../../../lib/payment/payment'

describe('plainText', () => {
  it.each([
    ['words', 'words'],
    ['  two\n\tlines ', 'two lines'],
    ['pay \u202Eelpmaxe.swen', 'pay elpmaxe.swen'],
    ['zero\u200Bwidth', 'zero width'],
    ['a\u0000b\u2028c', 'a b c'],
    ['\u200B\u00AD', ''],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  it('shortens', () => {
    expect(plainText('one two three', 8)).toBe('one two…')
    expect(plainText('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(9)}…`)
  })

  it('does not cut a character in two', () => {
    expect(plainText('🪙🪙🪙', 2)).toBe('🪙…')
  })
})

describe('subjectOf', () => {
  const payment = (description?: string, title?: string, url = 'https://a.example/b?c=d') =>
    ({ offer: { resource: { description } }, title, request: { url } }) as unknown as Payment

  it.each([
    ['the description', payment('An article', 'Page'), 'An article'],
    ['the title', payment(undefined, 'Page'), 'Page'],
    ['the title when the description says nothing', payment(' \u200B ', 'Page'), 'Page'],
    ['the path', payment(), '/b?c=d'],
    [
      'the host when there is no path',
      payment(undefined, undefined, 'https://a.example/'),
      'a.example',
    ],
  ])('is %s', (_, given, expected) => {
    expect(subjectOf(given)).toBe(expected)
  })
})

describe('shortAddress', () => {
  it('keeps both ends', () => {
    expect(shortAddress('0x70997970C51812dc3A010C7d01b50e0d17dc79C8')).toBe('0x7099…79C8')
    expect(shortAddress('0x1234')).toBe('0x1234')
  })
})
