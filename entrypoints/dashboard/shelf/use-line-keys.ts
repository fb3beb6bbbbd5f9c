import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Lines that Page Up and Page Down go past. */
const PAGE = 10

interface LineKeys {
  /** The line whose link the Tab key goes to. */
  current: number
  choose(line: number): void
  /** Handles a key on that link; `show` brings a line onto the screen. */
  onKeyDown(event: KeyboardEvent, show: (line: number) => void): void
}

/** The arrow keys go from link to link of a list that is only drawn where it is looked at. */
export function useLineKeys(count: number, list: RefObject<HTMLElement | null>): LineKeys {
  const [chosen, choose] = useState(0)
  const wantsFocus = useRef(false)
  const last = count - 1
  const current = Math.max(0, Math.min(chosen, last))

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`)
    wantsFocus.current = !link
    link?.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent, show: (line: number) => void): void {
    const target = targetOf(event, current, last)
    if (target === undefined) return
    event.preventDefault()
    const line = Math.max(0, Math.min(target, last))
    wantsFocus.current = true
    choose(line)
    show(line)
  }

  return { current, choose, onKeyDown }
}

function targetOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, line: number, last: number) {
  if (altKey || ctrlKey || metaKey) return undefined
  switch (key) {
    case 'ArrowDown':
      return line + 1
    case 'ArrowUp':
      return line - 1
    case 'PageDown':
      return line + PAGE
    case 'PageUp':
      return line - PAGE
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
