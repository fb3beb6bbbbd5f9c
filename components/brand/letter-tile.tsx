import { hostOf } from '../payment/site'

/** The first letter of a site, in place of an icon that the page could choose to deceive with. */
export function LetterTile({
  origin,
  className = 'size-11 text-lg',
}: {
  origin: string
  className?: string
}) {
  const letter = hostOf(origin)
    .replace(/^www\./, '')
    .charAt(0)
    .toUpperCase()
  return (
    <span
      aria-hidden
      className={`flex shrink-0 items-center justify-center rounded-xl bg-copper-soft font-semibold text-copper ${className}`}
    >
      {letter}
    </span>
  )
}
