import { beforeAll, describe, expect, it } from 'vitest'
import {
  amountsOf,
  draftOf,
  type LimitsDraft,
  limitsMessage,
  readLimits,
} from '../../../components/limits/limits-draft'
import {
  choiceOf,
  type RuleDraft,
  ruleDraftOf,
  ruleMessage,
} from '../../../components/limits/rule-choice'
import { suggestedAmount } from '../../../components/limits/suggested-amount'
import { readAmount } from '../../../components/payment/amount-field'
import { DEFAULT_LIMITS, type Limits } from '../../../lib/payment/limits'
import { fieldText } from '../../../lib/words/money'
import { speak } from '../words/speak'

beforeAll(() => speak('en'))

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
    ['1,000.50', 'amountGrouped'],
    ['0', 'amountZero'],
    ['$0.00', 'amountZero'],
  ])('%j is %s', (text, fault) => {
    expect(readAmount(text)).toEqual({ fault })
  })
})

describe('readLimits', () => {
  const draft = (typed: Partial<LimitsDraft>): LimitsDraft => ({
    ...draftOf(DEFAULT_LIMITS),
    ...typed,
  })

  it('reads what has to be set, and leaves out what is empty', () => {
    expect(readLimits(draft({ perPayment: '0.10', perDay: '1', perMonth: ' ' }))).toEqual({
      amounts: { perPayment: 100_000n, perDay: 1_000_000n },
    })
  })

  it('reads what may be set', () => {
    const typed = { perPayment: '1', perDay: '2', perMonth: '2', perSiteDay: '1', total: '1' }
    expect(readLimits(draft(typed))).toEqual({
      amounts: {
        perPayment: 1_000_000n,
        perDay: 2_000_000n,
        perMonth: 2_000_000n,
        perSiteDay: 1_000_000n,
        total: 1_000_000n,
      },
    })
  })

  it.each<[Partial<LimitsDraft>, object]>([
    [{ perPayment: '', perDay: '1' }, { perPayment: 'amountInvalid' }],
    [{ perPayment: '0.1', perDay: '0' }, { perDay: 'amountZero' }],
    [
      { perPayment: 'x', perDay: 'y' },
      { perPayment: 'amountInvalid', perDay: 'amountInvalid' },
    ],
    [{ perPayment: '0.11', perDay: '0.10' }, { perDay: 'dayBelowPayment' }],
    [{ perPayment: '1', perDay: '2', perMonth: '1.999999' }, { perMonth: 'monthBelowDay' }],
    [{ perPayment: '1', perDay: '2', perSiteDay: '0.999999' }, { perSiteDay: 'dayBelowPayment' }],
    [{ perPayment: '1', perDay: '2', total: '0.999999' }, { total: 'totalBelowPayment' }],
    [{ perPayment: '1', perDay: '2', total: '0' }, { total: 'amountZero' }],
    [{ perPayment: '1', perDay: '2', perMonth: 'much' }, { perMonth: 'amountInvalid' }],
  ])('%o: %o', (typed, faults) => {
    expect(readLimits(draft(typed))).toEqual({ faults })
  })

  it('shows stored limits as they can be typed, and nothing before any were set', () => {
    const limits: Limits = {
      autoApprove: true,
      perPayment: 50_000n,
      perDay: 1_250_000_000n,
      total: { limit: 1_250_000_001n, since: 7 },
      periods: 'rolling',
    }
    const none = { perMonth: '', perSiteDay: '', total: '' }
    expect(draftOf(limits)).toEqual({
      ...none,
      perPayment: '0.05',
      perDay: '1250.00',
      total: '1250.000001',
      periods: 'rolling',
    })
    expect(readLimits(draftOf(limits))).toEqual({ amounts: amountsOf(limits) })
    expect(draftOf(DEFAULT_LIMITS)).toEqual({
      ...none,
      perPayment: '',
      perDay: '',
      periods: 'calendar',
    })
  })

  it('crosses to the worker with every amount that is set', () => {
    const amounts = { perPayment: 1n, perDay: 2n ** 60n, total: 3n }
    expect(limitsMessage(true, amounts, 'rolling')).toEqual({
      autoApprove: true,
      perPayment: '1',
      perDay: '1152921504606846976',
      total: '3',
      periods: 'rolling',
    })
  })
})

describe('ruleMessage', () => {
  const typed = (perPayment: string, perDay = '', perMonth = ''): RuleDraft => ({
    perPayment,
    perDay,
    perMonth,
  })

  it.each([
    ['general', typed(''), null],
    ['ask', typed('ignored', 'too'), { mode: 'ask' }],
    ['never', typed(''), { mode: 'never' }],
    ['auto', typed('0.05'), { mode: 'auto', perPayment: '50000' }],
    [
      'auto',
      typed('0.05', '0.05', '1'),
      { mode: 'auto', perPayment: '50000', perDay: '50000', perMonth: '1000000' },
    ],
  ] as const)('%s %j', (choice, draft, rule) => {
    expect(ruleMessage(choice, draft)).toEqual({ rule })
  })

  it.each([
    [typed('much'), { perPayment: 'amountInvalid' }],
    [typed('0', '0'), { perPayment: 'amountZero', perDay: 'amountZero' }],
    [typed('0.05', '0.049999'), { perDay: 'dayBelowPayment' }],
    [typed('0.05', '', '0.049999'), { perMonth: 'monthBelowPayment' }],
    [typed('0.05', '1', '0.999999'), { perMonth: 'monthBelowDay' }],
  ])('refuses %j', (draft, faults) => {
    expect(ruleMessage('auto', draft)).toEqual({ faults })
  })

  it('is what the stored rule chose', () => {
    expect(choiceOf(null)).toBe('general')
    expect(choiceOf({ mode: 'auto', perPayment: 1n })).toBe('auto')
  })

  it('starts with the stored amounts', () => {
    const rule = { mode: 'auto', perPayment: 50_000n, perMonth: 1_000_000n } as const
    expect(ruleDraftOf(rule, DEFAULT_LIMITS)).toEqual(typed('0.05', '', '1.00'))
    expect(ruleDraftOf({ mode: 'ask' }, DEFAULT_LIMITS)).toEqual(typed('0.10'))
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
