import { useLiveQuery } from 'dexie-react-hooks'
import { getAutoLock } from '../../lib/store/auto-lock'
import type { AutoLock } from '../../lib/store/db'

/** When the wallet locks by itself. */
export function useAutoLock(): AutoLock | undefined {
  return useLiveQuery(getAutoLock, [])
}
