import { z } from 'zod'
import type { ExternalWallet } from '../../lib/messages'
import { networkById } from '../../lib/payment/networks'
import type { Authorization, Payment } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import { readAs } from '../../lib/protocols/read-as'
import {
  accountsOf,
  type ExternalAccount,
  mustBeOnChain,
  mustHaveAccount,
  requestSignature,
} from '../../lib/wallet/external'
import { typedDataOf } from '../../lib/wallet/typed-data'
import { announcedIn, documentOf, pageOf, walletIn } from './external-page'

const MAX_WALLETS = 20
/** Left of a signature's life for it to be worth sending, milliseconds. */
const MARGIN_MS = 5_000

/** An EIP-6963 announcement that can be shown. The icon is a picture in itself, never an address. */
const announcement = z.object({
  rdns: z.string().regex(/^[\w.-]{3,100}$/),
  name: z.string().trim().min(1).max(60),
  icon: z
    .string()
    .max(100_000)
    .regex(/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/)
    .optional()
    .catch(undefined),
})

/**
 * The wallets that a tab's page offers, each name once.
 * @throws {Problem} `page_gone`, `external_no_page`, `external_timeout`, `external_failed`
 */
export async function discoverExternal(tabId: number): Promise<ExternalWallet[]> {
  const found = await announcedIn(await pageOf(tabId))
  const wallets = new Map<string, ExternalWallet>()
  for (const entry of Array.isArray(found) ? found.slice(0, 1000) : []) {
    const wallet = readAs(announcement, entry)
    if (!wallet || wallets.has(wallet.rdns) || wallets.size === MAX_WALLETS) continue
    const { rdns, name, icon } = wallet
    wallets.set(rdns, { rdns, name, ...(icon && { icon }) })
  }
  return [...wallets.values()]
}

/**
 * Has a wallet of a tab's page show its accounts, the one in use first.
 * @throws {Problem} as `discoverExternal`, and `external_missing`, `external_refused`
 */
export async function connectExternal(tabId: number, rdns: string): Promise<`0x${string}`[]> {
  return accountsOf(walletIn(await pageOf(tabId), rdns))
}

/**
 * Has the wallet ready to sign for a payment: connected with the page that waits, with this account,
 * on the right chain. Nothing that could be signed has left us when this throws.
 * @throws {Problem} `page_gone`, and every `external_…` but that of a wrong signature
 */
export async function prepareExternal(payment: Payment, account: ExternalAccount): Promise<void> {
  const network = networkById(payment.terms.networkId)
  if (!network) throw new Problem('network_unsupported', { networks: payment.terms.networkId })
  const ask = walletIn(await documentOf(payment), account.rdns)
  await mustHaveAccount(ask, account.address)
  await mustBeOnChain(ask, network.chainId)
}

/**
 * Has the wallet sign a payment in the page that waits for it, and checks that it did. From this
 * call on a signature may exist whatever comes back, even if the wallet is said to have refused: the
 * authorization must be stored before, and its money counts until it has expired unused. Asking
 * again with the same authorization is safe: its nonce pays once.
 * @throws {Problem} `page_gone`, and every `external_…`
 */
export async function signWithExternal(
  payment: Payment,
  authorization: Authorization,
  account: ExternalAccount,
): Promise<`0x${string}`> {
  const same = authorization.payer.toLowerCase() === account.address.toLowerCase()
  if (!same) throw new Problem('external_wrong_account')
  const typedData = typedDataOf(payment.terms, authorization)
  const leftMs = () => authorization.validBefore * 1000 - Date.now()
  if (leftMs() < MARGIN_MS) throw new Problem('external_timeout')
  const ask = walletIn(await documentOf(payment), account.rdns)
  const signature = await requestSignature(ask, typedData, leftMs())
  if (leftMs() < MARGIN_MS) throw new Problem('external_timeout')
  return signature
}
