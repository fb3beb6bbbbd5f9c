import { displayedTerms } from '../../lib/payment/displayed'
import type { Payment } from '../../lib/payment/payment'
import { isReusable } from '../../lib/payment/retry'
import { Problem } from '../../lib/problem'
import { balanceKey } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import { getPayment, move } from '../../lib/store/ledger'
import { callAttention } from './attention'
import { refreshBalance } from './balances'
import { pay, send } from './pay'
import { isWaiting, keepOwn, repeatUnpaid } from './platform'
import { inOrder } from './sequence'

/**
 * Pays what the user approved: the stored terms, if they are the displayed ones, for a page that
 * still waits, from a wallet that can.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `terms_changed`, `already_under_way`,
 * `insufficient_balance`, and what `pay` reports
 */
export async function approve(paymentId: string, terms: string): Promise<void> {
  const payment = await mustWait(paymentId)
  if (displayedTerms(payment) !== terms) throw new Problem('terms_changed')
  await checkBalance(payment)
  const result = await pay(payment, 'user')
  await callAttention(payment.request.tabId, { prompt: false })
  if ('problem' in result) throw new Problem(result.problem.code, result.problem.details)
  if ('reasons' in result) throw new Problem('already_under_way')
}

/** @throws {Problem} `payment_not_found`, `payment_not_pending` */
export async function decline(paymentId: string): Promise<void> {
  const payment = await getPayment(paymentId)
  if (payment && isReusable(payment, Date.now())) return keepOwn(payment)
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
  await repeatUnpaid(await move(payment.id, 'declined', 'user'))
  await callAttention(payment.request.tabId, { prompt: false })
}

/**
 * Sends the same signed payload again, for the page that waits with the same purchase.
 * @throws {Problem} `payment_not_found`, `authorization_expired`, `page_gone`
 */
export async function retry(paymentId: string): Promise<void> {
  return inOrder(`retry ${paymentId}`, () => sendAgain(paymentId))
}

async function sendAgain(paymentId: string): Promise<void> {
  const payment = await getPayment(paymentId)
  if (!payment) throw new Problem('payment_not_found')
  if (!isReusable(payment, Date.now())) throw new Problem('authorization_expired')
  if (!(await isWaiting(payment))) throw new Problem('page_gone')
  await send(payment)
}

async function mustWait(paymentId: string): Promise<Payment> {
  const payment = await getPayment(paymentId)
  if (!payment) throw new Problem('payment_not_found')
  if (payment.state !== 'awaiting') throw new Problem('payment_not_pending')
  return payment
}

/** A signature that cannot be settled only costs time: look first. Silence of the chain is no no. */
async function checkBalance({ terms }: Payment): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (!wallet) throw new Problem('wallet_missing')
  const key = balanceKey(wallet.address, terms.networkId, terms.asset)
  const known = await db.balances.get(key)
  if (known && !known.stale && known.amount >= terms.amount) return
  await refreshBalance(terms.networkId)
  const fresh = await db.balances.get(key)
  if (fresh && !fresh.stale && fresh.amount < terms.amount)
    throw new Problem('insufficient_balance')
}
