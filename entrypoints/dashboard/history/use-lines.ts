import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'
import { type Layout, lineAt } from '../../../lib/payment/history/layout'
import { useTop } from './use-top'

/**
 * How high lines are before they are drawn and measured, pixels. The nearer to the truth, the less
 * there is to move when they are; on a narrow screen a line has two rows.
 */
const WIDE = { day: 40, payment: 65 }
const NARROW = { day: 60, payment: 93 }

/** Lines drawn above and below the screen. */
const SPARE = 8

/** Draws only the lines that are on the screen, and the one that must not go: it has the focus. */
export function useLines(layout: Layout, list: RefObject<HTMLElement | null>, kept: number) {
  const scrollMargin = useTop(list)
  const height = matchMedia('(min-width: 48rem)').matches ? WIDE : NARROW
  const lines = useWindowVirtualizer({
    count: layout.length,
    estimateSize: (index) =>
      lineAt(layout, index)?.id === undefined ? height.day : height.payment,
    getItemKey: useCallback((index: number) => keyOf(layout, index), [layout]),
    overscan: SPARE,
    scrollMargin,
    scrollPaddingStart: height.day,
    scrollPaddingEnd: height.day,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      const [first = 0] = drawn
      if (kept < 0 || drawn.includes(kept)) return drawn
      return kept < first ? [kept, ...drawn] : [...drawn, kept]
    },
  })
  return { lines, scrollMargin }
}

function keyOf(layout: Layout, index: number): string | number {
  const line = lineAt(layout, index)
  return line?.id ?? line?.day.start ?? index
}
