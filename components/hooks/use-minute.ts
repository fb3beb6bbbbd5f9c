import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The time, milliseconds since 1970, anew every minute: days end while a page is open. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
