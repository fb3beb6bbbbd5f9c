import type { Payment, Signature } from '../../lib/payment/payment'
import type { Reason } from '../../lib/payment/policy'
import { Problem, type ProblemData, toProblemData } from '../../lib/problem'
import { forgetUnpaid, getPayment, move, reserve } from '../../lib/store/ledger'
import { type Payer, payerOf } from '../../lib/store/payer'
import { isUnlocked, keyOf } from '../../lib/store/session'
import type { ExternalAccount } from '../../lib/wallet/external'
import { prepareExternal } from './external'
import { isWaiting, keepOwn, repeat, standBy } from './platform'
import { reconcile } from './reconcile'
import { replayEvents } from './settle'
import { newAuthorization, sign, signStored } from './sign'

export type PayResult = { paying: Payment } | { reasons: Reason[] } | { problem: ProblemData }

/**
 * Signs, then reserves and stores the signature in one transaction, and only then uses it: a crash
 * at any point neither loses a signature that may be spent nor spends one that was not counted. One
 * that another wallet makes is counted before that wallet is asked. `waits`: the answer of the page,
 * where it was asked already.
 * @throws as `reserve`
 */
export async function pay(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  payer: Payer,
  waits?: Promise<boolean>,
): Promise<PayResult> {
  const { external } = payer
  if (external && approvedBy === 'limits') return { reasons: [{ code: 'external_wallet' }] }
  try {
    if (external) await readyExternal(payment, external)
  } catch (error) {
    return { problem: toProblemData(error, 'external_failed') }
  }
  if (!(await (waits ?? isWaiting(payment))) || !(await standBy(payment))) {
    if (payment.state === 'awaiting') await forgetUnpaid(({ id }) => id === payment.id)
    return { problem: { code: 'page_gone' } }
  }
  let signature: Signature
  try {
    signature = await signatureBy(payment, payer)
  } catch (error) {
    return { problem: toProblemData(error, 'signing_failed') }
  }
  const reservation = await reserve(payment, approvedBy, signature)
  if ('reasons' in reservation) return reservation
  let { signed } = reservation
  try {
    if (external) signed = await signStored(signed, external)
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
 * What a person has to do in another wallet first costs no time of the signature, and nothing is
 * reserved yet. A locked wallet means that the user is away, whoever would sign.
 */
async function readyExternal(payment: Payment, external: ExternalAccount): Promise<void> {
  if (!(await isUnlocked())) throw new Problem('wallet_locked')
  await prepareExternal(payment, external)
  // That took its time: the user may have chosen another account meanwhile.
  const now = await getPayment(payment.id)
  if ((now && (await payerOf(now)))?.address !== external.address)
    throw new Problem('terms_changed')
}

/**
 * The key is asked for at the last moment: the page took its time to answer, and the user may have
 * locked the wallet meanwhile.
 */
async function signatureBy(payment: Payment, { address, external }: Payer): Promise<Signature> {
  const privateKey = external ? undefined : await keyOf(address)
  if (privateKey) return sign(payment, { address, privateKey })
  const isOpen = await isUnlocked()
  if (external && isOpen) return { authorization: newAuthorization(payment, address) }
  throw new Problem(isOpen ? 'account_keyless' : 'wallet_locked')
}

/** Another wallet that was asked may have signed, whatever it says. */
async function endUnsigned(id: string, problem: ProblemData): Promise<void> {
  if ((await getPayment(id))?.state !== 'signed') return
  await keepOwn(await move(id, 'unknown', 'wallet', { problem }))
  void reconcile(id)
}
