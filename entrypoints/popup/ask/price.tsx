/** Longer than this it would not fit on one line at full size. */
const LARGE_LENGTH = 9

export function Price({ amount }: { amount: string }) {
  const size = amount.length > LARGE_LENGTH ? 'text-3xl' : 'text-5xl'
  return <p className={`${size} font-semibold tracking-tight wrap-anywhere`}>{amount}</p>
}
