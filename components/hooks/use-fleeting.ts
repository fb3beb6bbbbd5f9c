import { useEffect } from 'react'
import { watchUnlocked } from '../../lib/store/session'

/** Long enough to write twelve words down, or to compare them. */
const SHOWN_MS = 60_000

/**
 * Calls `hide` when what must not stay on the screen has been there for a minute, when the user looks
 * elsewhere, and when the wallet is locked. `hide` has to be the same function each time.
 */
export function useFleeting(shown: boolean, hide: () => void): void {
  useEffect(() => {
    if (!shown) return
    const look = () => {
      if (document.visibilityState !== 'visible') hide()
    }
    let wasUnlocked = false
    const stopWatching = watchUnlocked((unlocked) => {
      if (wasUnlocked && !unlocked) hide()
      wasUnlocked = unlocked
    })
    const timer = setTimeout(hide, SHOWN_MS)
    window.addEventListener('blur', hide)
    window.addEventListener('pagehide', hide)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      stopWatching()
      window.removeEventListener('blur', hide)
      window.removeEventListener('pagehide', hide)
      document.removeEventListener('visibilitychange', look)
    }
  }, [shown, hide])
}
