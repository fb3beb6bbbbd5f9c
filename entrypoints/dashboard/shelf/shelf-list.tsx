import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef } from 'react'
import { i18n } from '#i18n'
import { CARD } from '../../../components/ui/card'
import { useTop } from '../history/use-top'
import type { Bought } from './bought'
import { ShelfLine } from './shelf-line'
import { useLineKeys } from './use-line-keys'

/** How high a line is before it is drawn and measured, pixels. */
const HEIGHT = 76
/** Lines drawn above and below the screen. */
const SPARE = 8

/** All lines, of which only those on the screen are drawn, and the one that has the focus. */
export function ShelfList({ lines, done }: { lines: readonly Bought[]; done: boolean }) {
  const list = useRef<HTMLUListElement>(null)
  const keysId = useId()
  const { current, choose, onKeyDown } = useLineKeys(lines.length, list)
  const scrollMargin = useTop(list)
  const drawn = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => lines[index]?.url ?? index,
    overscan: SPARE,
    scrollMargin,
    scrollPaddingStart: HEIGHT,
    scrollPaddingEnd: HEIGHT,
    rangeExtractor: (range) => {
      const all = new Set([...defaultRangeExtractor(range), current])
      return [...all].filter((index) => index < lines.length).sort((a, b) => a - b)
    },
  })
  return (
    <>
      <p id={keysId} className="sr-only">
        {i18n.t('shelf.keys')}
      </p>
      <ul
        ref={list}
        aria-label={i18n.t('shelf.list')}
        aria-describedby={keysId}
        className={`${CARD} relative overflow-hidden`}
        style={{ height: drawn.getTotalSize() }}
        onKeyDown={(event) => {
          onKeyDown(event, (line) => drawn.scrollToIndex(line, { align: 'auto' }))
        }}
      >
        {drawn.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index]
          return line ? (
            <li
              key={key}
              ref={drawn.measureElement}
              data-index={index}
              aria-setsize={done ? lines.length : -1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
              className="absolute inset-x-0 top-0 border-line not-first:border-t"
            >
              <ShelfLine
                bought={line}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => choose(index)}
              />
            </li>
          ) : null
        })}
      </ul>
    </>
  )
}
