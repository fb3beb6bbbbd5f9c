import { i18n } from '#i18n'
import { type Bar, heightOf } from './bar'
import { useBarKeys } from './use-bar-keys'

interface Props {
  label: string
  /** From top to bottom. */
  bars: readonly Bar[]
  test?: boolean
}

/** Level bars, one below the other, each with its name and amount. */
export function Lines({ label, bars, test = false }: Props) {
  const { barProps } = useBarKeys(bars.length, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: A group of bars is no set of fields.
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      {bars.map((bar, index) => (
        <div
          key={bar.key}
          role="img"
          aria-label={i18n.t('overview.bar', [bar.name, bar.text])}
          className="-mx-2 rounded-lg px-2 py-1.5 text-[0.9375rem] hover:bg-sunken"
          {...barProps(index)}
        >
          <p className="flex justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">{bar.name}</span>
            <span className="font-semibold">{bar.text}</span>
          </p>
          {!bar.rest && (
            <svg aria-hidden className="mt-1 h-2 w-full rounded-full bg-sunken rtl:-scale-x-100">
              <rect
                width={`${heightOf(bar.value, bars)}%`}
                height="100%"
                rx="4"
                className={test ? 'fill-wait' : 'fill-copper'}
              />
            </svg>
          )}
        </div>
      ))}
    </div>
  )
}
