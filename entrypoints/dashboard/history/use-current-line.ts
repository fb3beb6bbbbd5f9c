import {
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Layout, lineAfter, lineAt, lineOf } from '../../../lib/payment/history/layout'

/** Payments that Page Up and Page Down go past. */
const PAGE = 10

interface CurrentLine {
  /** The payment that the Tab key goes to. */
  id: string | undefined
  line: number
  choose(id: string): void
  /** Handles a key on that payment's line; `show` brings a line onto the screen. */
  onKeyDown(event: KeyboardEvent, show: (line: number) => void): void
}

/** Marks the button of a line, which has the focus for it. */
export const LINE_BUTTON = { 'data-line-button': '' }

/** Which payment has, or would get, the focus: it stays the same one while the list changes. */
export function useCurrentLine(layout: Layout, list: RefObject<HTMLElement | null>): CurrentLine {
  const [chosen, choose] = useState<string>()
  const wantsFocus = useRef(false)
  const line = useMemo(() => {
    const found = chosen === undefined ? -1 : lineOf(layout, chosen)
    return found < 0 ? lineAfter(layout, -1, 1) : found
  }, [layout, chosen])
  const id = lineAt(layout, line)?.id

  // A line far away is drawn at once and read a moment later: until then it has the focus itself.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${line}"]`)
    const button = row?.querySelector<HTMLElement>('[data-line-button]')
    wantsFocus.current = !button
    ;(button ?? row)?.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent, show: (line: number) => void): void {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.matches('[data-index], [data-line-button]')) {
      return
    }
    const next = nextLine(event, layout, line)
    const id = lineAt(layout, next)?.id
    if (id === undefined) return
    event.preventDefault()
    wantsFocus.current = true
    choose(id)
    show(next)
  }

  return { id, line, choose, onKeyDown }
}

function nextLine({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, layout: Layout, line: number) {
  if (altKey || ctrlKey || metaKey) return -1
  switch (key) {
    case 'ArrowDown':
      return lineAfter(layout, line, 1)
    case 'ArrowUp':
      return lineAfter(layout, line, -1)
    case 'PageDown':
      return lineAfter(layout, line, PAGE)
    case 'PageUp':
      return lineAfter(layout, line, -PAGE)
    case 'Home':
      return lineAfter(layout, -1, 1)
    case 'End':
      return lineAfter(layout, layout.length, -1)
    default:
      return -1
  }
}
