import type { Payment } from '../payment/payment'
import { Problem } from '../problem'
import { type Account, canPay } from '../wallet/accounts'
import type { ExternalAccount } from '../wallet/external'
import { accountForSite, mustGetAccount } from './accounts'
import { db } from './db'

/** The account that pays, or would. */
export interface Payer {
  /** With checksum (EIP-55). */
  address: `0x${string}`
  /** Where another wallet signs for it. */
  external?: ExternalAccount
}

/**
 * Who pays a payment: the account that was decided on, while there is such an account, else that of
 * its site. Nothing without a wallet.
 */
export async function payerOf({
  site,
  payer,
}: Pick<Payment, 'site' | 'payer'>): Promise<Payer | undefined> {
  const chosen = payer === undefined ? undefined : await accountAt(payer)
  const account = chosen && canPay(chosen) ? chosen : await accountForSite(site)
  if (account) return canPay(account) ? asPayer(account) : undefined
  // The account of a wallet of the first version is written when it is opened next.
  const wallet = await db.wallet.get('main')
  return wallet && { address: wallet.address }
}

/** The way to the other wallet that signs for an address; nothing where none does. */
export async function externalAt(address: string): Promise<ExternalAccount | undefined> {
  const account = await accountAt(address)
  return account && asPayer(account).external
}

/**
 * Has another account pay what still waits for the user. What was said of the one before falls away.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `account_not_found`,
 * `account_keyless`
 */
export function choosePayer(paymentId: string, accountId: string): Promise<void> {
  return db.transaction('rw', db.payments, db.accounts, async () => {
    const payment = await db.payments.get(paymentId)
    if (!payment) throw new Problem('payment_not_found')
    if (payment.state !== 'awaiting') throw new Problem('payment_not_pending')
    const account = await mustGetAccount(accountId)
    if (!canPay(account)) throw new Problem('account_keyless')
    const others = payment.reasons.filter(({ code }) => !OF_PAYER.has(code))
    const reasons =
      account.kind === 'external' ? [...others, { code: 'external_wallet' } as const] : others
    const updatedAt = Date.now()
    await db.payments.put({ ...payment, payer: account.address, reasons, updatedAt })
  })
}

const OF_PAYER: ReadonlySet<string> = new Set(['external_wallet', 'low_balance'])

function accountAt(address: string): Promise<Account | undefined> {
  return db.accounts.where('address').equals(address).first()
}

function asPayer(account: Account): Payer {
  const { address } = account
  if (account.kind !== 'external') return { address }
  return { address, external: { address, rdns: account.rdns } }
}
