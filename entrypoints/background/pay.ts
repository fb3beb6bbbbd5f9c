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

type Signer = (reserved: Payment) => Promise<Signature>

export type PayResult = { paying: Payment } | { reasons: Reason[] } | { problem: ProblemData }

/**
 * Reserves, signs and stores in one transaction, and only then uses the signature: a crash at any
 * point neither loses one that may be spent nor spends one that was not counted. One that another
 * wallet makes is counted before that wallet is asked. `stillWaits`: how the page is asked, where
 * that has begun already.
 * @throws {LifecycleError} when another context moved the payment on first
 */
export async function pay(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  payer: Payer,
  stillWaits = () => isWaiting(payment),
): Promise<PayResult> {
  const { external } = payer
  if (external && approvedBy === 'limits') return { reasons: [{ code: 'external_wallet' }] }
  try {
    if (external) await readyExternal(payment, external)
    if (!(await stillWaits()) || !(await standBy(payment))) throw new Problem('page_gone')
    const sign = await signerFor(payer)
    const reservation = await reserve(payment, approvedBy, sign)
    if ('reasons' in reservation) return reservation
    const { signed } = reservation
    return external ? await payOutside(signed, external) : await use(signed)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const isGone = error.code === 'page_gone' && payment.state === 'awaiting'
    if (isGone) await forgetUnpaid(({ id }) => id === payment.id)
    return { problem: toProblemData(error, 'signing_failed') }
  }
}

async function payOutside(counted: Payment, external: ExternalAccount): Promise<PayResult> {
  try {
    return await use(await signStored(counted, external))
  } catch (error) {
    const problem = toProblemData(error, 'signing_failed')
    await endUnsigned(counted.id, problem)
    return { problem }
  }
}

/** What is signed goes out; from here on only the chain can say that it was not used. */
async function use(signed: Payment): Promise<PayResult> {
  await send(signed).catch(async () => {
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
  await prepareExternal(payment, external).catch((error) => {
    const { code, details } = toProblemData(error, 'external_failed')
    throw new Problem(code, details)
  })
  // That took its time: the user may have chosen another account meanwhile.
  const now = await getPayment(payment.id)
  if ((now && (await payerOf(now)))?.address !== external.address)
    throw new Problem('terms_changed')
}

/**
 * How who pays signs. The key is asked for at the last moment: the page took its time to answer, and
 * the user may have locked the wallet meanwhile.
 * @throws {Problem} `wallet_locked`, `account_keyless`
 */
async function signerFor({ address, external }: Payer): Promise<Signer> {
  const privateKey = external ? undefined : await keyOf(address)
  if (privateKey) return (payment) => sign(payment, { address, privateKey })
  const isOpen = await isUnlocked()
  if (external && isOpen) {
    return async (payment) => ({ authorization: newAuthorization(payment, address) })
  }
  throw new Problem(isOpen ? 'account_keyless' : 'wallet_locked')
}

/** Another wallet that was asked may have signed, whatever it says. */
async function endUnsigned(id: string, problem: ProblemData): Promise<void> {
  if ((await getPayment(id))?.state !== 'signed') return
  await keepOwn(await move(id, 'unknown', 'wallet', { problem }))
  void reconcile(id)
}
