/** `0x1234…abcd` for the eye; the full address goes with it in a title or label. */
export function shortAddress(address: string): string {
  return address.length > 14 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address
}
