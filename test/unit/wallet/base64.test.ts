import { describe, expect, it } from 'vitest'
import { decodeHeaderJson } from '../../../lib/protocols/x402/codec'
import { fromBase64, toBase64 } from '../../../lib/wallet/base64'
import { measureAgain } from '../../fuzz/measure'

describe('bytes in base64', () => {
  it('come back as they were', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })

  /** Of memory for a byte: a few are copied on the way; made from the characters it is seventy. */
  const MOST = 16

  it.each([
    ['a file', 2 ** 22, fromBase64],
    ['a header', 2 ** 15, decodeHeaderJson],
  ])('take memory by their size, not many times that: %s', async (_name, size, decode) => {
    const text = Buffer.from(`"${'x'.repeat(size)}"`).toString('base64')
    // What the first calls take beside is for their own code, and compiled at no certain time.
    for (let call = 0; call < 20; call++) decode(text)
    const { bytes } = await measureAgain(() => void decode(text), 9)
    expect(bytes).toBeLessThan(size * MOST)
  })

  it('take far more where each character is a step of an iteration', async () => {
    const binary = 'x'.repeat(2 ** 15)
    const careless = () => void Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const { bytes } = await measureAgain(careless, 9)
    expect(bytes).toBeGreaterThan(binary.length * MOST)
  })
})
