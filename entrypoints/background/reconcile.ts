import { browser } from 'wxt/browser'
import { tokenAt } from '../../lib/payment/networks'
import { LifecycleError, type Payment } from '../../lib/payment/payment'
import type { ProblemCode } from '../../lib/problem'
import { getPayment, move, paymentsIn } from '../../lib/store/ledger'
import { rpcUrlOf } from '../../lib/store/settings'
import { chainReader, readAuthorizationUsed, readTimestamp } from '../../lib/wallet/chain'
import { refreshBalance } from './balances'
import { inOrder } from './sequence'

export const RECONCILE_ALARM = 'reconcile'

/** Asks the chain about every payment that it has not had the last word on. */
export async function reconcileAll(): Promise<void> {
  const open = await paymentsIn('unknown', 'settled')
  await Promise.all(open.map(({ id }) => reconcile(id)))
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
const UNSEEN: ReadonlySet<ProblemCode> = new Set(['interrupted', 'request_not_repeated'])

type Finding = 'used' | 'expired' | 'open'

async function findOnChain({ terms, authorization }: Payment): Promise<Finding> {
  const token = tokenAt(terms.networkId, terms.asset)
  if (!token || !authorization) return 'open'
  const chain = chainReader(await rpcUrlOf(terms.networkId))
  // The time first: unused at a later look is unused at that time.
  const chainTime = await readTimestamp(chain)
  const payer = authorization.payer as `0x${string}`
  if (await readAuthorizationUsed(chain, token, payer, authorization.nonce)) return 'used'
  return chainTime > authorization.validBefore ? 'expired' : 'open'
}

async function applyFinding(payment: Payment, finding: Finding): Promise<void> {
  if (finding === 'open') return askAgain()
  if (finding === 'expired') {
    await move(payment.id, 'expired', { problem: { code: 'authorization_expired' } })
    return
  }
  if (payment.state === 'settled') await move(payment.id, 'confirmed')
  else if (payment.problem && UNSEEN.has(payment.problem.code)) await move(payment.id, 'settled')
  // Paid, but the page never got its content: the user is told so, not just "paid".
  else await move(payment.id, 'undelivered', payment.problem ? { problem: payment.problem } : {})
  await refreshBalance(payment.terms.networkId)
}

function isOpen({ state, authorization }: Payment): boolean {
  return authorization !== undefined && (state === 'unknown' || state === 'settled')
}

/** An alarm survives the worker; one is enough for all. */
async function askAgain(): Promise<void> {
  await browser.alarms.create(RECONCILE_ALARM, { delayInMinutes: 1 })
}
