import fc from 'fast-check'
import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { faucetOf } from '../../../components/wallet/faucet'
import { qrPath } from '../../../components/wallet/qr-path'
import { readTokenAmount, topUpChoices } from '../../../components/wallet/top-up-choice'
import { isPayable, networkById, TOKENS, tokenAt } from '../../../lib/payment/networks'
import { paymentUri } from '../../../lib/wallet/payment-uri'
import { reader } from '../../world/accounts'
import { usdcAddress } from '../../world/test-usdc'
import { speak } from '../words/speak'

beforeAll(() => speak('en'))

/** What the path data paints, module by module. */
function painted({ size, path }: { size: number; path: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    modules[Number(y)]!.fill(true, Number(x), Number(x) + Number(length))
  }
  return modules
}

describe('a code to scan', () => {
  const usdc = tokenAt('eip155:84532', usdcAddress)!

  it('paints every module of the QR code and no other', () => {
    const uri = paymentUri(usdc, reader.address, 5_000_000n)
    const { data } = encode(uri, { ecc: 'M', border: 4 })
    expect(painted(qrPath(uri))).toEqual(data)
  })

  it('has the quiet zone that readers need', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
        const modules = painted(qrPath(text))
        const { length } = modules
        const isEdge = (at: number) => at < 4 || at >= length - 4
        const dark = modules.flatMap((row, y) => row.map((on, x) => on && (isEdge(x) || isEdge(y))))
        expect(dark).not.toContain(true)
        // The finder pattern begins right behind it.
        expect(modules[4]!.slice(4, 12)).toEqual([...Array(7).fill(true), false])
      }),
      { numRuns: 50 },
    )
  })
})

describe('what the wallet can be topped up with', () => {
  it('is USDC on Base first, then all that payments are made with', () => {
    const choices = topUpChoices(new Set())
    expect(choices[0]).toMatchObject({ network: { name: 'Base' }, token: { symbol: 'USDC' } })
    expect(choices).toHaveLength(TOKENS.filter(isPayable).length)
  })

  it('leaves out networks that are off', () => {
    const choices = topUpChoices(new Set(['eip155:8453']))
    expect(choices.some(({ network }) => network.id === 'eip155:8453')).toBe(false)
  })
})

describe('an amount to top up with', () => {
  it.each<[string, number, object]>([
    ['5', 6, { amount: 5_000_000n }],
    ['$0.01', 6, { amount: 10_000n }],
    ['5', 18, { amount: 5n * 10n ** 18n }],
    ['0.25', 2, { amount: 25n }],
    ['0.255', 2, { fault: 'amountInvalid' }],
    ['0', 6, { fault: 'amountZero' }],
    ['', 6, { fault: 'amountInvalid' }],
    ['-5', 6, { fault: 'amountInvalid' }],
    ['1e3', 6, { fault: 'amountInvalid' }],
    ['0.0000001', 18, { fault: 'amountInvalid' }],
  ])('%j with %i decimals', (text, decimals, reading) => {
    expect(readTokenAmount(text, { decimals })).toEqual(reading)
  })
})

it('a place that gives money away is named for test money only', () => {
  for (const token of TOKENS) {
    if (faucetOf(token)) expect(networkById(token.network)?.testnet).toBe(true)
  }
  expect(faucetOf({ network: 'eip155:84532', symbol: 'USDC' })).toBe('https://faucet.circle.com')
  expect(faucetOf({ network: 'eip155:84532', symbol: 'EURC' })).toBeUndefined()
})
