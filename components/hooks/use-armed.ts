import { type RefObject, useEffect, useState } from 'react'

/** A click that was meant for something else cannot land within this time. */
const ARMING_MS = 500

/**
 * Whether what `key` names has been on the screen long enough to be approved. Disarms when the key
 * changes, when `button` comes to lie elsewhere, and when the page comes into view or into focus
 * again: an approval that appears under a moving finger, or from behind another window, must not
 * take the click.
 */
export function useArmed(key: string, button: RefObject<HTMLElement | null>): boolean {
  const [armedKey, setArmedKey] = useState<string>()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rearm = () => {
      clearTimeout(timer)
      setArmedKey(undefined)
      if (document.visibilityState === 'visible') timer = setTimeout(setArmedKey, ARMING_MS, key)
    }
    rearm()
    let place = placeOf(button.current)
    const moves = new ResizeObserver(() => {
      const now = placeOf(button.current)
      if (now !== place) rearm()
      place = now
    })
    // Whatever moves the button makes something above it, and so the page, taller or shorter.
    for (const part of document.body.querySelectorAll('*')) moves.observe(part)
    moves.observe(document.body)
    document.addEventListener('visibilitychange', rearm)
    window.addEventListener('focus', rearm)
    return () => {
      clearTimeout(timer)
      moves.disconnect()
      document.removeEventListener('visibilitychange', rearm)
      window.removeEventListener('focus', rearm)
    }
  }, [key, button])

  return armedKey === key
}

/** Where it lies in the page, however far that is scrolled. */
function placeOf(button: HTMLElement | null): string {
  const box = button?.getBoundingClientRect()
  return box ? `${box.left + scrollX} ${box.top + scrollY}` : ''
}
