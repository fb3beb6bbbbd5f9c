import { displayedTerms } from '../../lib/payment/displayed'
import type { Payment } from '../../lib/payment/payment'
import { hasReason } from '../../lib/payment/policy'
import { isReusable, isSignable } from '../../lib/payment/retry'
import { Problem } from '../../lib/problem'
import { balanceKey } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import { getPayment, move } from '../../lib/store/ledger'
import { externalAt, type Payer, payerOf } from '../../lib/store/payer'
import { isUnlocked } from '../../lib/store/session'
import { callAttention } from './attention'
import { refreshBalance } from './balances'
import { prepareExternal } from './external'
import { openerOf } from './openers'
import { pay, send } from './pay'
import { isWaiting, keepOwn, repeatUnpaid } from './platform'
import { inOrder } from './sequence'
import { signStored } from './sign'
import { ownOrigin } from './urls'

/**
 * Pays what the user approved: the stored terms from the account that pays them, if these are the
 * displayed ones, for a page that still waits.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `wallet_missing`, `terms_changed`,
 * `already_under_way`, `bought_meanwhile`, `insufficient_balance`, and what `pay` reports
 */
export async function approve(paymentId: string, terms: string): Promise<void> {
  const payment = await mustWait(paymentId)
  const payer = await payerOf(payment)
  if (!payer) throw new Problem('wallet_missing')
  const shown = displayedTerms({ ...payment, payer: payer.address })
  if (shown !== terms) throw new Problem('terms_changed')
  await checkBalance(payment, payer)
  const result = await pay(payment, 'user', payer)
  await callAttention(payment.request.tabId, { prompt: false })
  if ('problem' in result) throw new Problem(result.problem.code, result.problem.details)
  if ('reasons' in result) {
    const isBought = hasReason(result.reasons, 'paid_before')
    throw new Problem(isBought ? 'bought_meanwhile' : 'already_under_way')
  }
}

/** @throws {Problem} `payment_not_found`, `payment_not_pending` */
export async function decline(paymentId: string): Promise<void> {
  const payment = await getPayment(paymentId)
  const isOpen = payment && [isReusable, isSignable].some((is) => is(payment, Date.now()))
  if (isOpen) return keepOwn(payment)
  const declined = await move((await mustWait(paymentId)).id, 'declined', 'user')
  await keepOwn(declined)
  await callAttention(declined.request.tabId, { prompt: false })
}

/**
 * Makes the request again without a payment: what was bought before may still be open.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `page_gone`
 */
export async function openUnpaid(paymentId: string): Promise<void> {
  const payment = await mustWait(paymentId)
  if (!(await isWaiting(payment))) throw new Problem('page_gone')
  const { tabId, url } = payment.request
  // What comes of it is asked about, whatever the limits are.
  await openerOf(tabId, url, ownOrigin())
  await repeatUnpaid(await move(payment.id, 'declined', 'user'))
  await callAttention(payment.request.tabId, { prompt: false })
}

/**
 * Sends the same signed payload again, for the page that waits with the same purchase; what another
 * wallet did not sign it is asked to sign again, the very same.
 * @throws {Problem} `payment_not_found`, `authorization_expired`, `page_gone`, `wallet_locked`, and
 * every `external_…`
 */
export async function retry(paymentId: string): Promise<void> {
  return inOrder(`retry ${paymentId}`, () => sendAgain(paymentId))
}

async function sendAgain(paymentId: string): Promise<void> {
  const payment = await getPayment(paymentId)
  if (!payment) throw new Problem('payment_not_found')
  const external = isSignable(payment, Date.now())
    ? await externalAt(payment.authorization?.payer ?? '')
    : undefined
  if (!external && !isReusable(payment, Date.now())) throw new Problem('authorization_expired')
  if (!(await isWaiting(payment))) throw new Problem('page_gone')
  if (!external) return send(payment)
  if (!(await isUnlocked())) throw new Problem('wallet_locked')
  await prepareExternal(payment, external)
  await send(await signStored(payment, external))
}

async function mustWait(paymentId: string): Promise<Payment> {
  const payment = await getPayment(paymentId)
  if (!payment) throw new Problem('payment_not_found')
  if (payment.state !== 'awaiting') throw new Problem('payment_not_pending')
  return payment
}

/** A signature that cannot be settled only costs time: look first. Silence of the chain is no no. */
async function checkBalance({ terms }: Payment, { address }: Payer): Promise<void> {
  const key = balanceKey(address, terms.networkId, terms.asset)
  const known = await db.balances.get(key)
  if (known && !known.stale && known.amount >= terms.amount) return
  await refreshBalance(terms.networkId, address)
  const fresh = await db.balances.get(key)
  if (fresh && !fresh.stale && fresh.amount < terms.amount)
    throw new Problem('insufficient_balance')
}
