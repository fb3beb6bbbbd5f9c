import { describe, expect, it } from 'vitest'
import {
  isStill,
  ruleMessage,
  ruleToRemember,
} from '../../../entrypoints/popup/remember/remembered'

const auto = { mode: 'auto', perPayment: 10_000n, perDay: 50_000n } as const

describe('ruleToRemember', () => {
  it('keeps the budgets of the rule before', () => {
    expect(ruleToRemember(auto, 20_000n, false)).toEqual({
      mode: 'auto',
      perPayment: '20000',
      perDay: '50000',
    })
  })

  it('makes a rule for test money where test money is paid', () => {
    expect(ruleToRemember(null, 20_000n, true)).toMatchObject({ testOnly: true })
  })

  it('changes no rule for real money where test money is paid', () => {
    expect(ruleToRemember(auto, 20_000n, true)).toBeNull()
    expect(ruleToRemember({ mode: 'ask' }, 20_000n, true)).toBeNull()
  })

  it('makes a rule of test money one for real money only where real money is paid', () => {
    expect(ruleToRemember({ ...auto, testOnly: true }, 20_000n, false)).not.toHaveProperty(
      'testOnly',
    )
  })
})

describe('isStill', () => {
  const rule = ruleMessage(auto)!

  it('knows its own rule again', () => {
    expect(isStill({ rule }, auto)).toBe(true)
  })

  it.each([
    null,
    { mode: 'ask' } as const,
    { ...auto, perPayment: 10_001n },
    { ...auto, perDay: 1n },
    { ...auto, perMonth: 1n },
    { ...auto, testOnly: true } as const,
  ])('does not take back a later word: %o', (stored) => {
    expect(isStill({ rule }, stored)).toBe(false)
  })
})
