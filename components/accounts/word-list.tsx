import { i18n } from '#i18n'

/** The words of a wallet in their order. */
export function WordList({ phrase }: { phrase: string }) {
  const words = phrase.split(' ').map((word, index) => ({ position: index + 1, word }))
  return (
    <ol
      aria-label={i18n.t('reveal.words')}
      translate="no"
      className="grid gap-2 min-[26rem]:grid-cols-2 sm:grid-cols-3"
    >
      {words.map(({ position, word }) => (
        <li
          key={position}
          className="flex items-baseline gap-2 rounded-xl bg-sunken px-3 py-2 wrap-anywhere"
        >
          <span className="w-5 text-end text-sm text-muted">{position}</span>
          <span className="font-semibold">{word}</span>
        </li>
      ))}
    </ol>
  )
}
