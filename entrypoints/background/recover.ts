import { move, paymentsIn } from '../../lib/store/ledger'
import { reconcileAll } from './reconcile'
import { keepOwn, resetReplay } from './replay'

/**
 * On every start of the worker: no rule is left over, and each unfinished payment moves on. What
 * was reserved but not signed is released; what was signed may have been sent, so the chain is
 * asked before its money is free again.
 */
export async function recover(): Promise<void> {
  await resetReplay()
  const problem = { code: 'interrupted' } as const
  for (const payment of await paymentsIn('reserved')) {
    await keepOwn(await move(payment.id, 'released', { problem }))
  }
  for (const payment of await paymentsIn('signed', 'sent')) {
    await keepOwn(await move(payment.id, 'unknown', { problem }))
  }
  void reconcileAll()
}
