import fc from 'fast-check'
import { type Hex, hashTypedData, recoverAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount, sign } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { normalizeSignature } from '../../../lib/wallet/signature'
import { problemOf } from '../protocols/problem-of'

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const word = (value: bigint) => value.toString(16).padStart(64, '0')

/** A signature as we write it, in its parts. */
function partsOf(signature: Hex) {
  const r = BigInt(`0x${signature.slice(2, 66)}`)
  const s = BigInt(`0x${signature.slice(66, 130)}`)
  return { r, s, v: Number.parseInt(signature.slice(130), 16) }
}

/** The same signature as different wallets write it. */
const WRITTEN: Record<string, (signature: Hex) => string> = {
  'as usual': (signature) => signature,
  'in capitals': (signature) => `0x${signature.slice(2).toUpperCase()}`,
  'with v as 0 or 1': (signature) => {
    const { r, s, v } = partsOf(signature)
    return `0x${word(r)}${word(s)}0${v - 27}`
  },
  'compact (EIP-2098)': (signature) => {
    const { r, s, v } = partsOf(signature)
    return `0x${word(r)}${word(s | (BigInt(v - 27) << 255n))}`
  },
  'with a high s': (signature) => {
    const { r, s, v } = partsOf(signature)
    return `0x${word(r)}${word(ORDER - s)}${(v === 27 ? 28 : 27).toString(16)}`
  },
  'with a high s and v as 0 or 1': (signature) => {
    const { r, s, v } = partsOf(signature)
    return `0x${word(r)}${word(ORDER - s)}0${v === 27 ? 1 : 0}`
  },
}

describe.each(Object.entries(WRITTEN))('a signature written %s', (_how, write) => {
  it('becomes the one that every token takes', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const privateKey = generatePrivateKey()
      const domain = { chainId: turn }
      const hash = hashTypedData({ domain, types: {}, primaryType: 'EIP712Domain' })
      const signature = await sign({ hash, privateKey, to: 'hex' })
      const normal = normalizeSignature(write(signature))
      expect(normal).toBe(signature)
      const signer = await recoverAddress({ hash, signature: normal })
      expect(signer).toBe(privateKeyToAccount(privateKey).address)
    }
  })
})

describe('what is no signature', () => {
  const r = word(1n)
  it.each([
    ['nothing', ''],
    ['an empty one', '0x'],
    ['no hex', `0x${'zz'.repeat(65)}`],
    ['without 0x', 'ab'.repeat(65)],
    ['half a byte more', `0x${r}${r}1b0`],
    ['a byte too few', `0x${'ab'.repeat(63)}`],
    ['r of zero', `0x${word(0n)}${r}1b`],
    ['s of zero', `0x${r}${word(0n)}1b`],
    ['r of the order', `0x${word(ORDER)}${r}1b`],
    ['s of the order', `0x${r}${word(ORDER)}1b`],
    ['v of 2', `0x${r}${r}02`],
    ['v of 26', `0x${r}${r}1a`],
    ['v of 37', `0x${r}${r}25`],
  ])('is refused: %s', (_what, text) => {
    expect(problemOf(() => normalizeSignature(text)).code).toBe('external_signature_invalid')
  })

  it('of a contract wallet says so', () => {
    const { code } = problemOf(() => normalizeSignature(`0x${'ab'.repeat(200)}`))
    expect(code).toBe('external_contract')
  })

  it('never ends in anything but a typed error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^0x[0-9a-f]{126,134}$/)), (text) => {
        let normal: string
        try {
          normal = normalizeSignature(text)
        } catch (error) {
          expect(error).toHaveProperty('code', expect.stringMatching(/^external_/))
          return
        }
        expect(normal).toMatch(/^0x[0-9a-f]{64}[0-7][0-9a-f]{63}1[bc]$/)
      }),
    )
  })
})
