import { describe, expect, it } from 'vitest'
import { decodeHeaderJson } from '../../../lib/protocols/x402/codec'
import { fromBase64, toBase64 } from '../../../lib/wallet/base64'
import { measureAgain } from '../../fuzz/measure'

describe('bytes in base64', () => {
  it('come back as they were', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })

  it.each([
    ['a file', 2 ** 22, fromBase64],
    ['a header', 2 ** 15, decodeHeaderJson],
  ])('take memory by their size, not many times that: %s', async (_name, size, decode) => {
    const text = Buffer.from(`"${'x'.repeat(size)}"`).toString('base64')
    const { bytes } = await measureAgain(() => void decode(text), 5)
    expect(bytes).toBeLessThan(size * 8)
  })
})
