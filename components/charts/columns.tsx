import { i18n } from '#i18n'
import { type Bar, heightOf } from './bar'
import { useBarKeys } from './use-bar-keys'

interface Props {
  label: string
  /** From left to right. */
  bars: readonly Bar[]
  test?: boolean
}

/** Upright bars, one beside the other; the one that is looked at is named above them. */
export function Columns({ label, bars, test = false }: Props) {
  const { looked, barProps } = useBarKeys(bars.length, bars.length - 1)
  const shown = looked === undefined ? undefined : bars[looked]
  const width = 100 / bars.length
  return (
    <>
      <p aria-hidden className="min-h-6 text-sm text-muted">
        {shown && i18n.t('overview.bar', [shown.name, shown.text])}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: A group of bars is no set of fields. */}
      <svg role="group" aria-label={label} className="mt-1 h-40 w-full">
        {bars.map((bar, index) => {
          const height = heightOf(bar.value, bars)
          return (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: A picture to stop at.
            <g
              key={bar.key}
              role="img"
              aria-label={i18n.t('overview.bar', [bar.name, bar.text])}
              className="group outline-none"
              {...barProps(index)}
            >
              <rect
                x={`${index * width}%`}
                width={`${width}%`}
                height="100%"
                className="fill-transparent group-hover:fill-sunken group-focus-visible:fill-sunken group-focus-visible:stroke-copper group-focus-visible:stroke-2"
              />
              <rect
                x={`${(index + 0.15) * width}%`}
                width={`${0.7 * width}%`}
                y={`${100 - height}%`}
                height={`${height}%`}
                rx="2"
                className={test ? 'fill-wait' : 'fill-copper'}
              />
            </g>
          )
        })}
      </svg>
      <Axis bars={bars} />
    </>
  )
}

/** The ground line, and the names of the first, the middle and the last bar. */
function Axis({ bars }: Pick<Props, 'bars'>) {
  const names = [bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)]
  return (
    <p
      aria-hidden
      // As the bars, and as the arrow keys go.
      dir="ltr"
      className="flex justify-between border-t border-line-strong pt-1.5 text-xs text-muted"
    >
      {names.map((bar) => bar && <span key={bar.key}>{bar.name}</span>)}
    </p>
  )
}
