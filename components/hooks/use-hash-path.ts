import type { BaseLocationHook } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'

/** The path in the hash, without the query that a page may keep there behind it. */
export const useHashPath: BaseLocationHook = Object.assign(
  (): ReturnType<typeof useHashLocation> => {
    const [location, navigate] = useHashLocation()
    return [location.split('?')[0] ?? '/', navigate]
  },
  { hrefs: (href: string) => `#${href}` },
)
