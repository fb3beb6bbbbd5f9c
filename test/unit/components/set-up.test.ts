import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsAnotherTry } from '../../../components/payment/another-try'
import { passphraseFault } from '../../../components/wallet/passphrase-check'
import { isWordAt, pickPositions } from '../../../components/wallet/phrase-check'
import { strengthOf } from '../../../components/wallet/strength'
import type { PaidRequest } from '../../../lib/payment/request'

describe('pickPositions', () => {
  it('gives different positions in order, each within the phrase', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 3 }),
        (r) => {
          let call = 0
          const picked = pickPositions(3, 12, () => r[call++ % r.length] as number)
          expect(new Set(picked).size).toBe(3)
          expect(picked).toEqual([...picked].sort((a, b) => a - b))
          expect(picked.every((position) => position >= 1 && position <= 12)).toBe(true)
        },
      ),
    )
  })
})

describe('isWordAt', () => {
  const phrase = 'north foil fresh'

  it.each([
    [1, 'north', true],
    [3, ' Fresh ', true],
    [2, 'north', false],
    [2, '', false],
    [4, '', false],
  ])('word %i is %j: %s', (position, typed, expected) => {
    expect(isWordAt(phrase, position, typed)).toBe(expected)
  })
})

describe('passphraseFault', () => {
  it.each([
    ['', '', 'short'],
    ['1234567', '1234567', 'short'],
    ['12345678', '12345679', 'differs'],
    ['12345678', '12345678', undefined],
  ])('%j and %j: %s', (passphrase, again, fault) => {
    expect(passphraseFault(passphrase, again)).toBe(fault)
  })
})

describe('strengthOf', () => {
  it.each([
    ['password', 0],
    ['qwertyuiop', 0],
    ['Summer2026!', 2],
    ['correct horse battery', 4],
  ])('%j: %i', async (passphrase, strength) => {
    expect(await strengthOf(passphrase)).toBe(strength)
  })
})

describe('needsAnotherTry', () => {
  it.each([
    [{ kind: 'unheld' }, true],
    [{ kind: 'form' }, true],
    [{ kind: 'form', rebuilds: true }, false],
    [{ kind: 'fetch' }, false],
    [{ kind: 'navigation' }, false],
  ] as [Pick<PaidRequest, 'kind' | 'rebuilds'>, boolean][])('%o: %s', (request, expected) => {
    expect(needsAnotherTry(request)).toBe(expected)
  })
})
