import { signTypedData } from 'viem/accounts'

/** Nobody's: the smallest key there is. */
const KEY = `0x${'1'.padStart(64, '0')}` as const
const ZERO = `0x${'0'.repeat(40)}` as const
const TYPES = {
  Nothing: [
    { name: 'address', type: 'address' },
    { name: 'number', type: 'uint256' },
    { name: 'bytes', type: 'bytes32' },
    { name: 'text', type: 'string' },
  ],
} as const

let isWarm = false

/**
 * Signs nothing, with nobody's key: the first signature of a worker takes ten times as long as any
 * other (tables of the curve, code that has not run yet), and can take it while something else is
 * waited for. What comes out pays nobody and goes nowhere.
 */
export function warmUp(): void {
  if (isWarm) return
  isWarm = true
  const signing = signTypedData({
    privateKey: KEY,
    domain: { name: 'Nothing', version: '1', chainId: 1, verifyingContract: ZERO },
    types: TYPES,
    primaryType: 'Nothing',
    message: { address: ZERO, number: 0n, bytes: `0x${'0'.repeat(64)}`, text: '' },
  })
  // The first real one will say what is wrong.
  signing.catch(() => undefined)
}
