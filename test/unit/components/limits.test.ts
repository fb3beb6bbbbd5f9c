import { describe, expect, it } from 'vitest'
import { draftOf, readLimits } from '../../../components/limits/limits-draft'
import { choiceOf, ruleMessage } from '../../../components/limits/rule-choice'
import { fieldText, suggestedAmount } from '../../../components/limits/suggested-amount'
import { readAmount } from '../../../components/payment/amount-field'
import { DEFAULT_LIMITS } from '../../../lib/payment/limits'

describe('readAmount', () => {
  it.each([
    ['0.10', 100_000n],
    ['$1', 1_000_000n],
    [' 0.000001 ', 1n],
  ])('%s', (text, microUsd) => {
    expect(readAmount(text)).toEqual({ microUsd })
  })

  it.each([
    ['', 'amountInvalid'],
    ['a few cents', 'amountInvalid'],
    ['-1', 'amountInvalid'],
    ['1e3', 'amountInvalid'],
    ['0.0000001', 'amountInvalid'],
    ['0', 'amountZero'],
    ['$0.00', 'amountZero'],
  ])('%j is %s', (text, fault) => {
    expect(readAmount(text)).toEqual({ fault })
  })
})

describe('readLimits', () => {
  it('reads both amounts', () => {
    expect(readLimits({ perPayment: '0.10', perDay: '1' })).toEqual({
      limits: { perPayment: 100_000n, perDay: 1_000_000n },
    })
  })

  it.each([
    ['', '1', { perPayment: 'amountInvalid' }],
    ['0.1', '0', { perDay: 'amountZero' }],
    ['x', 'y', { perPayment: 'amountInvalid', perDay: 'amountInvalid' }],
    ['0.11', '0.10', { perDay: 'dayBelowPayment' }],
  ])('%j a payment, %j a day: %o', (perPayment, perDay, faults) => {
    expect(readLimits({ perPayment, perDay })).toEqual({ faults })
  })

  it('shows stored limits as they can be typed, and nothing before any were set', () => {
    const limits = { autoApprove: true, perPayment: 50_000n, perDay: 1_250_000_000n }
    expect(draftOf(limits)).toEqual({ perPayment: '0.05', perDay: '1,250.00' })
    expect(readLimits(draftOf(limits))).toMatchObject({ limits: { perDay: 1_250_000_000n } })
    expect(draftOf(DEFAULT_LIMITS)).toEqual({ perPayment: '', perDay: '' })
  })
})

describe('ruleMessage', () => {
  it.each([
    ['general', '', null],
    ['ask', 'ignored', { mode: 'ask' }],
    ['never', '', { mode: 'never' }],
    ['auto', '0.05', { mode: 'auto', perPayment: '50000' }],
  ] as const)('%s %j', (choice, amount, rule) => {
    expect(ruleMessage(choice, amount)).toEqual({ rule })
  })

  it('refuses an amount that cannot be read', () => {
    expect(ruleMessage('auto', 'much')).toEqual({ fault: 'amountInvalid' })
    expect(ruleMessage('auto', '0')).toEqual({ fault: 'amountZero' })
  })

  it('is what the stored rule chose', () => {
    expect(choiceOf(null)).toBe('general')
    expect(choiceOf({ mode: 'auto', perPayment: 1n })).toBe('auto')
  })
})

describe('suggestedAmount', () => {
  const limits = { autoApprove: true, perPayment: 20_000n, perDay: 1n }

  it('is the rule, else the general limit, else a suggestion', () => {
    expect(suggestedAmount({ mode: 'auto', perPayment: 50_000n }, limits)).toBe('0.05')
    expect(suggestedAmount({ mode: 'ask' }, limits)).toBe('0.02')
    expect(suggestedAmount(null, DEFAULT_LIMITS)).toBe('0.10')
  })

  it('has no currency sign', () => {
    expect(fieldText(1_000_000n)).toBe('1.00')
  })
})
