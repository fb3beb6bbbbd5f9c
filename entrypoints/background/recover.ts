import type { Payment } from '../../lib/payment/payment'
import { mustReachRecords } from '../../lib/store/health'
import { forgetUnpaid, move, paymentsIn } from '../../lib/store/ledger'
import { drawTrouble } from './icon'
import { keepOwn, resetReplay } from './platform'
import { reconcileAll } from './reconcile'

/**
 * On every start of the worker: no rule is left over, and each unfinished payment moves on. What
 * was reserved but not signed is released; what was signed may have been sent, so the chain is
 * asked before its money is free again.
 */
export async function recover(): Promise<void> {
  try {
    await Promise.all([resetReplay(), mustReachRecords()])
    await moveOn()
  } catch {
    // The wallet answers all the same, and says that it cannot pay.
    await drawTrouble()
  }
}

async function moveOn(): Promise<void> {
  const problem = { code: 'interrupted' } as const
  const unfinished = await paymentsIn('offered', 'reserved', 'signed', 'sent')
  for (const { id, state } of unfinished.filter((payment) => !isOffered(payment))) {
    try {
      const moved = await move(id, state === 'reserved' ? 'released' : 'unknown', 'restart', {
        problem,
      })
      // Not awaited: a page whose script is busy would hold up the whole wallet.
      void keepOwn(moved)
    } catch {
      // One record that cannot be moved on does not stop the others.
    }
  }
  // Written down, and then nobody was left to go on with it: the page asks again if it wants to.
  if (unfinished.some(isOffered)) {
    for (const left of await forgetUnpaid(isOffered)) void keepOwn(left)
  }
  void reconcileAll()
}

function isOffered({ state }: Payment): boolean {
  return state === 'offered'
}
