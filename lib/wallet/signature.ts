import { numberToHex } from 'viem/utils'
import { Problem } from '../problem'

/** Order of secp256k1 (SEC 2). */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/**
 * The signature of an ordinary account in the one form that every token takes: 65 bytes, `v` 27 or
 * 28, `s` in the lower half (EIP-2). Wallets also return `v` as 0 or 1, compact (EIP-2098), or with
 * a high `s`.
 * @throws {Problem} `external_contract` for the longer ones of contract wallets (EIP-1271),
 * `external_signature_invalid` for what is none at all
 */
export function normalizeSignature(text: string): `0x${string}` {
  if (!/^0x(?:[0-9a-f]{2})+$/i.test(text)) throw new Problem('external_signature_invalid')
  const bytes = (text.length - 2) / 2
  if (bytes > 65) throw new Problem('external_contract')
  if (bytes < 64) throw new Problem('external_signature_invalid')
  const r = BigInt(`0x${text.slice(2, 66)}`)
  const rest = BigInt(`0x${text.slice(66, 130)}`)
  const { s, odd } =
    bytes === 64
      ? { s: BigInt.asUintN(255, rest), odd: rest >> 255n === 1n }
      : { s: rest, odd: isOdd(Number.parseInt(text.slice(130), 16)) }
  if (!isScalar(r) || !isScalar(s)) throw new Problem('external_signature_invalid')
  const high = s > ORDER / 2n
  const v = odd !== high ? 28 : 27
  return `0x${word(r)}${word(high ? ORDER - s : s)}${v.toString(16)}`
}

/** Which of the two points: 27 is even, as 0 is. */
function isOdd(v: number): boolean {
  if (v === 0 || v === 27) return false
  if (v === 1 || v === 28) return true
  throw new Problem('external_signature_invalid')
}

function isScalar(value: bigint): boolean {
  return value > 0n && value < ORDER
}

function word(value: bigint): string {
  return numberToHex(value, { size: 32 }).slice(2)
}
