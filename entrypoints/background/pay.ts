import type { Payment } from '../../lib/payment/payment'
import { Problem, type ProblemData, toProblemData } from '../../lib/problem'
import type { Facts } from '../../lib/store/facts'
import { forgetUnpaid, getPayment, move } from '../../lib/store/ledger'
import { type Payer, payerOf } from '../../lib/store/payer'
import { type Reserved, reserve, type Sign } from '../../lib/store/reserve'
import { isUnlocked, type Keys, openKeys } from '../../lib/store/session'
import type { ExternalAccount } from '../../lib/wallet/external'
import { prepareExternal } from './external'
import { drawTrouble } from './icon'
import { isWaiting, keepOwn, repeat, standBy } from './platform'
import { reconcile } from './reconcile'
import { replayEvents } from './settle'
import { newAuthorization, sign, signStored } from './sign'

export type PayResult =
  | { paying: Payment }
  | Exclude<Reserved, { signed: Payment }>
  | { problem: ProblemData }

interface How {
  /** Decides for the limits, inside the transaction that pays. */
  allows?: (facts: Facts) => boolean
  /** How the page is asked whether it waits, where that may be known already. */
  stillWaits?: () => Promise<boolean>
  /** Where they have been looked up already. */
  keys?: Keys
}

/**
 * Reserves, signs and stores in one transaction, and only then uses the signature: a crash at any
 * point neither loses one that may be spent nor spends one that was not counted. One that another
 * wallet makes is counted before that wallet is asked.
 * @throws {LifecycleError} when another context moved the payment on first
 */
export async function pay(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  payer: Payer,
  { allows, stillWaits = () => isWaiting(payment), keys: found }: How = {},
): Promise<PayResult> {
  const { external } = payer
  if (external && approvedBy === 'limits') return { reasons: [{ code: 'external_wallet' }] }
  try {
    if (external) await readyExternal(payment, external)
    const [waits, keys] = await Promise.all([stillWaits(), found ?? openKeys()])
    if (!waits || !(await standBy(payment))) throw new Problem('page_gone')
    if (!keys) throw new Problem('wallet_locked')
    const reserved = await reserve(payment, approvedBy, signerFor(payer, keys), allows)
    if (!('signed' in reserved)) return reserved
    const { signed } = reserved
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

/**
 * What is signed goes out; from here on only the chain can say that it was not used. Whatever fails,
 * it stays signed.
 */
async function use(signed: Payment): Promise<PayResult> {
  await send(signed).catch(async () => {
    const problem = { code: 'request_not_repeated' } as const
    // What cannot be written down now is so on the next start of the worker.
    await move(signed.id, 'unknown', 'page', { problem }).catch(drawTrouble)
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
 * How who pays signs, while the wallet is open: the page took its time to answer, and the user may
 * have locked it meanwhile.
 */
function signerFor({ address, external }: Payer, keys: Keys): Sign {
  return async (payment) => {
    keys.mustBeOpen()
    if (external) return { authorization: newAuthorization(payment, address) }
    return sign(payment, { address, privateKey: keys.of(address) })
  }
}

/** Another wallet that was asked may have signed, whatever it says. */
async function endUnsigned(id: string, problem: ProblemData): Promise<void> {
  if ((await getPayment(id))?.state !== 'signed') return
  await keepOwn(await move(id, 'unknown', 'wallet', { problem }))
  void reconcile(id)
}
