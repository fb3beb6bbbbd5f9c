import { useMemo } from 'react'
import { accountName } from '../../../components/accounts/account-words'
import { useAccounts } from '../../../components/hooks/use-accounts'

/** The user's names for accounts, by their addresses in small letters. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const accounts = useAccounts()
  return useMemo(
    () => new Map(accounts?.map((one) => [one.address.toLowerCase(), accountName(one)])),
    [accounts],
  )
}
