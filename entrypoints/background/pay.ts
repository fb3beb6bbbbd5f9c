import type { Payment } from '../../lib/payment/payment'
import type { Reason } from '../../lib/payment/policy'
import { Problem, type ProblemData, toProblemData } from '../../lib/problem'
import { forgetUnpaid, getPayment, move, reserve } from '../../lib/store/ledger'
import { type Payer, payerOf } from '../../lib/store/payer'
import { isUnlocked, keyOf } from '../../lib/store/session'
import { prepareExternal } from './external'
import { isWaiting, keepOwn, repeat, standBy } from './platform'
import { reconcile } from './reconcile'
import { replayEvents } from './settle'
import { sign, signOutside } from './sign'

export type PayResult = { paying: Payment } | { reasons: Reason[] } | { problem: ProblemData }

/**
 * Reserves, signs, stores and only then uses: in this order a crash at any point neither loses a
 * signature that may be spent nor spends one that was not counted.
 */
export async function pay(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  payer: Payer,
): Promise<PayResult> {
  if (payer.external && approvedBy === 'limits') return { reasons: [{ code: 'external_wallet' }] }
  try {
    await readyWallet(payment, payer)
  } catch (error) {
    return { problem: toProblemData(error, 'external_failed') }
  }
  if (!(await isWaiting(payment))) {
    await forgetUnpaid(({ id }) => id === payment.id)
    return { problem: { code: 'page_gone' } }
  }
  // The page takes its time to answer: the user may have locked the wallet meanwhile.
  if (!(await isUnlocked())) return { problem: { code: 'wallet_locked' } }
  const reservation = await reserve(payment.id, approvedBy)
  if ('reasons' in reservation) return reservation
  const { reserved } = reservation
  let signed: Payment
  try {
    if (!(await standBy(reserved))) throw new Problem('page_gone')
    signed = await signAs(reserved, payer)
  } catch (error) {
    const problem = toProblemData(error, 'signing_failed')
    await endUnsigned(payment.id, problem)
    return { problem }
  }
  await send(signed).catch(async () => {
    // Nothing is armed, but a signature exists: only the chain can say that it is not used.
    const problem = { code: 'request_not_repeated' } as const
    await move(signed.id, 'unknown', 'page', { problem })
    await keepOwn(signed)
  })
  return { paying: signed }
}

/**
 * Sends what is signed already, for the request that waits now. Never makes a signature.
 * @throws {Problem} `authorization_expired`
 */
export async function send(payment: Payment): Promise<void> {
  if (!payment.header) throw new Problem('authorization_expired')
  await repeat(payment, payment.header, replayEvents)
}

/**
 * Whether who pays can sign. What a person has to do in another wallet first costs no time of the
 * signature, and nothing is reserved yet. A locked wallet means that the user is away, whoever
 * would sign.
 */
async function readyWallet(payment: Payment, { address, external }: Payer): Promise<void> {
  if (!external) {
    if (await keyOf(address)) return
    throw new Problem((await isUnlocked()) ? 'account_keyless' : 'wallet_locked')
  }
  if (!(await isUnlocked())) throw new Problem('wallet_locked')
  await prepareExternal(payment, external)
  // That took its time: the user may have chosen another account meanwhile.
  const now = await getPayment(payment.id)
  if ((now && (await payerOf(now)))?.address !== address) throw new Problem('terms_changed')
}

/** The key is asked for at the last moment: it is nowhere once the wallet is locked. */
async function signAs(reserved: Payment, { address, external }: Payer): Promise<Payment> {
  const privateKey = external ? undefined : await keyOf(address)
  if (external && (await isUnlocked())) return signOutside(reserved, external)
  if (!privateKey) throw new Problem('wallet_locked')
  return sign(reserved, { address, privateKey })
}

/** Another wallet that was asked may have signed, whatever it says; ours has not. */
async function endUnsigned(id: string, problem: ProblemData): Promise<void> {
  const state = (await getPayment(id))?.state
  if (state === 'reserved') await move(id, 'released', 'wallet', { problem })
  if (state !== 'signed') return
  await keepOwn(await move(id, 'unknown', 'wallet', { problem }))
  void reconcile(id)
}
