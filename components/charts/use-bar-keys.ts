import { type KeyboardEvent, useRef, useState } from 'react'

interface BarProps {
  ref: (bar: (Element & HTMLOrSVGElement) | null) => void
  tabIndex: 0 | -1
  onFocus: () => void
  onBlur: () => void
  onPointerEnter: () => void
  onPointerLeave: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Bars as one stop of the Tab key, at first the one that is named, with arrow keys, Home and End
 * between them. Gives what each bar needs, and which one is looked at, by keyboard or pointer.
 */
export function useBarKeys(
  count: number,
  first: number,
): {
  looked: number | undefined
  barProps: (index: number) => BarProps
} {
  const bars = useRef<((Element & HTMLOrSVGElement) | null)[]>([])
  const [stop, setStop] = useState(first)
  const [looked, setLooked] = useState<number>()
  const current = Math.min(stop, count - 1)

  function move(event: KeyboardEvent) {
    const next = NEXT[event.key]?.(current, count - 1)
    if (next === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(count - 1, next))
    setStop(index)
    bars.current[index]?.focus()
  }

  return {
    looked,
    barProps: (index) => ({
      ref: (bar) => {
        bars.current[index] = bar
      },
      tabIndex: index === current ? 0 : -1,
      onFocus: () => {
        setStop(index)
        setLooked(index)
      },
      onBlur: () => setLooked(undefined),
      onPointerEnter: () => setLooked(index),
      onPointerLeave: () => setLooked(undefined),
      onKeyDown: move,
    }),
  }
}

const NEXT: Record<string, (current: number, last: number) => number> = {
  ArrowLeft: (current) => current - 1,
  ArrowUp: (current) => current - 1,
  ArrowRight: (current) => current + 1,
  ArrowDown: (current) => current + 1,
  Home: () => 0,
  End: (_current, last) => last,
}
