import { useEffect, useState } from 'react'
import { type Locks, locksOf } from '../accounts/locks'
import { passkeysWork } from '../wallet/passkey'
import { useWallet } from './use-wallet'

/** What opens the wallet; nothing until it is known. */
export function useLocks(): Locks | undefined {
  const wallet = useWallet()
  return wallet ? locksOf(wallet.vault) : undefined
}

/** Whether passkeys can be made and used here; nothing until it is known. */
export function usePasskeysWork(): boolean | undefined {
  const [work, setWork] = useState<boolean>()
  useEffect(() => void passkeysWork().then(setWork), [])
  return work
}
