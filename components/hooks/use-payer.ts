import { useLiveQuery } from 'dexie-react-hooks'
import type { Payment } from '../../lib/payment/payment'
import { accounts } from '../../lib/store/accounts'
import { payerOf } from '../../lib/store/payer'
import { type Account, canPay } from '../../lib/wallet/accounts'
import { plainText } from '../payment/plain-text'
import { useAccounts } from './use-accounts'

export interface ShownPayer {
  address: `0x${string}`
  /** Absent where a wallet of the first version has not been opened since. */
  account: Account | undefined
  /** Every account that can pay, in the user's order. */
  choices: Account[]
}

/** Who pays a payment that waits, and who else could; `null` when nobody can. */
export function usePayer({
  site,
  payer,
}: Pick<Payment, 'site' | 'payer'>): ShownPayer | null | undefined {
  return useLiveQuery(async () => {
    const paying = await payerOf({ site, ...(payer !== undefined && { payer }) })
    if (!paying) return null
    const choices = (await accounts()).filter(canPay)
    const { address } = paying
    return { address, account: choices.find((one) => one.address === address), choices }
  }, [site, payer])
}

/** The other wallet that signs for an address, as it may be shown; nothing where none does. */
export function useOtherWallet(address: string | undefined): string | undefined {
  const account = useAccounts()?.find((one) => one.address === address)
  return account && otherWalletName(account)
}

/** The other wallet that signs for an account, as it may be shown. */
export function otherWalletName(account: Account): string | undefined {
  return account.kind === 'external' ? plainText(account.walletName, 40) : undefined
}
