import { describe, expect, it } from 'vitest'
import { encodeHeaderJson } from '../../../../lib/protocols/x402/codec'
import { decodeOfferBody, decodeOfferHeader } from '../../../../lib/protocols/x402/offer'
import { problemOf } from '../problem-of'
import { paymentRequiredV1, paymentRequiredV2 } from './spec-vectors'

const max = 2n ** 256n - 1n

/** Both dialects name the amount differently and must agree on what one is. */
const dialects = {
  v2: (amount: unknown) => {
    const accepts = [{ ...paymentRequiredV2.accepts[0], amount }]
    return decodeOfferHeader(encodeHeaderJson({ ...paymentRequiredV2, accepts }))
  },
  v1: (maxAmountRequired: unknown) => {
    const accepts = [{ ...paymentRequiredV1.accepts[0], maxAmountRequired }]
    return decodeOfferBody(JSON.stringify({ ...paymentRequiredV1, accepts }))
  },
}

describe.each(Object.entries(dialects))('the amount of %s', (_version, read) => {
  it.each([
    ['0', 0n],
    ['1', 1n],
    ['10000', 10_000n],
    ['9007199254740993', 9_007_199_254_740_993n],
    [max.toString(), max],
  ])('is read exactly: %s', (text, amount) => {
    expect(read(text)?.accepts[0]?.amount).toBe(amount)
  })

  it.each([
    ['negative', '-1'],
    ['negative nothing', '-0'],
    ['with a plus sign', '+1'],
    ['fractional', '0.01'],
    ['whole with a point', '1.'],
    ['scientific', '1e4'],
    ['hexadecimal', '0x2710'],
    ['binary', '0b1'],
    ['empty', ''],
    ['blank', ' '],
    ['with a blank before', ' 1'],
    ['with a blank after', '1 '],
    ['with a line break after', '1\n'],
    ['with separators', '10,000'],
    ['with underscores', '10_000'],
    ['with leading zeros', '010000'],
    ['with a bigint suffix', '1n'],
    ['in other digits', '١٠'],
    ['in full-width digits', '１０'],
    ['infinite', 'Infinity'],
    ['2^256', (max + 1n).toString()],
    ['of 78 nines', '9'.repeat(78)],
    ['of 79 digits', `1${'0'.repeat(78)}`],
    ['of 30,000 digits', '9'.repeat(30_000)],
    ['a number', 10_000],
    ['a number in a list', ['10000']],
    ['an object', { toString: '1' }],
    ['null', null],
    ['true', true],
    ['absent', undefined],
  ])('is refused when %s', (_what, amount) => {
    expect(problemOf(() => read(amount))).toEqual({
      code: 'terms_malformed',
      details: { at: 'accepts' },
    })
  })
})
