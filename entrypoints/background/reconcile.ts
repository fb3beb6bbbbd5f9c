import { browser } from 'wxt/browser'
import { networkById, tokenAt } from '../../lib/payment/networks'
import { LifecycleError, type Payment } from '../../lib/payment/payment'
import type { ProblemCode } from '../../lib/problem'
import { annotate, getPayment, move, paymentsIn } from '../../lib/store/ledger'
import { rpcUrlOf } from '../../lib/store/settings'
import { type Finding, findAuthorization } from '../../lib/wallet/authorization'
import { chainReader } from '../../lib/wallet/chain'
import { refreshBalance } from './balances'
import { keepOwn } from './platform'
import { inOrder } from './sequence'

export const RECONCILE_ALARM = 'reconcile'

/** Asks the chain about every payment that it has not had the last word on. */
export async function reconcileAll(): Promise<void> {
  const open = await paymentsIn('unknown', 'settled', 'undelivered')
  await Promise.all(open.filter(isOpen).map(({ id }) => reconcile(id)))
}

/**
 * Asks the chain whether the authorization was used. Used: the payment is settled and confirmed.
 * Unused past its `validBefore` by the chain's own clock: it can never be, and the budget gets it
 * back. Else, or when the chain cannot be asked: again in a minute.
 */
export function reconcile(id: string): Promise<void> {
  return inOrder(`reconcile ${id}`, async () => {
    const payment = await getPayment(id)
    if (!payment || !isOpen(payment)) return
    try {
      await applyFinding(payment, await findOnChain(payment))
    } catch (error) {
      if (error instanceof LifecycleError) return
      await askAgain()
    }
  })
}

/** We lost sight of the answer: it may well have been the content. */
const UNSEEN: ReadonlySet<ProblemCode> = new Set([
  'interrupted',
  'request_not_repeated',
  'redirected',
])

async function findOnChain({ terms, authorization }: Payment): Promise<Finding> {
  const network = networkById(terms.networkId)
  const token = tokenAt(terms.networkId, terms.asset)
  if (!network || !token || !authorization) return 'open'
  const chain = chainReader(await rpcUrlOf(terms.networkId))
  return findAuthorization(chain, network, token, authorization)
}

async function applyFinding(payment: Payment, finding: Finding): Promise<void> {
  if (finding === 'open') return askAgain()
  const { id, state, problem, terms } = payment
  const provenSpent = true
  if (finding === 'expired')
    await move(id, 'expired', 'chain', { problem: { code: 'authorization_expired' } })
  else if (state === 'settled') await move(id, 'confirmed', 'chain', { provenSpent })
  else if (state === 'undelivered') await annotate(id, { provenSpent })
  else if (problem && UNSEEN.has(problem.code)) await move(id, 'settled', 'chain', { provenSpent })
  // Paid, but the page never got its content: the user is told so, not just "paid".
  else await move(id, 'undelivered', 'chain', { provenSpent, ...(problem && { problem }) })
  // Whoever still waits for this payment waits in vain.
  void keepOwn(payment)
  await refreshBalance(terms.networkId)
}

function isOpen({ state, authorization, provenSpent }: Payment): boolean {
  if (!authorization) return false
  return state === 'unknown' || state === 'settled' || (state === 'undelivered' && !provenSpent)
}

/** An alarm survives the worker; one is enough for all. */
async function askAgain(): Promise<void> {
  await browser.alarms.create(RECONCILE_ALARM, { delayInMinutes: 1 })
}
