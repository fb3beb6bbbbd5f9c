import { useEffect, useState } from 'react'
import { watchUnlocked } from '../../lib/store/session'

/** Whether the wallet is unlocked; nothing until it is known. */
export function useUnlocked(): boolean | undefined {
  const [unlocked, setUnlocked] = useState<boolean>()
  useEffect(() => watchUnlocked(setUnlocked), [])
  return unlocked
}
