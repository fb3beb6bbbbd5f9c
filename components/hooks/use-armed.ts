import { useEffect, useState } from 'react'

/** A click that was meant for something else cannot land within this time. */
const ARMING_MS = 500

/**
 * Whether what `key` names has been on the screen long enough to be approved. Disarms when the key
 * changes, and when the page comes into view or into focus again: an approval that appears under a
 * moving finger, or from behind another window, must not take the click.
 */
export function useArmed(key: string): boolean {
  const [armedKey, setArmedKey] = useState<string>()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rearm = () => {
      clearTimeout(timer)
      setArmedKey(undefined)
      if (document.visibilityState === 'visible') timer = setTimeout(setArmedKey, ARMING_MS, key)
    }
    rearm()
    document.addEventListener('visibilitychange', rearm)
    window.addEventListener('focus', rearm)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', rearm)
      window.removeEventListener('focus', rearm)
    }
  }, [key])

  return armedKey === key
}
