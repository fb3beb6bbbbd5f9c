import { isTooFarOff } from '../../lib/payment/clock'
import { nameReasons } from '../../lib/payment/lookalike'
import type { Payment } from '../../lib/payment/payment'
import { type Decision, decide, type PolicyInput, type Reason } from '../../lib/payment/policy'
import { isReopened } from '../../lib/payment/request'
import { isInTheWay } from '../../lib/payment/reservation'
import type { Facts } from '../../lib/store/facts'
import type { Payer } from '../../lib/store/payer'
import type { Asked } from './asked'
import { webOrigin } from './urls'

export interface PayerWithBalance extends Payer {
  /** Of the token that is asked for, as last seen; atomic units. */
  balance: bigint | undefined
}

interface Surroundings {
  /** The tab is the one that its window shows. */
  isInFront: boolean
  /** The wallet is unlocked. */
  isOpen: boolean
}

export interface Judge {
  /** Whatever is on record, the user will be asked. */
  isToBeAsked: boolean
  /** Decides by what is on record. */
  decide(facts: Facts): Decision
}

export function judgeOf(
  payment: Payment,
  asked: Asked,
  payer: PayerWithBalance | undefined,
  { isInFront, isOpen }: Surroundings,
): Judge {
  const ofWallet: Reason[] = isOpen ? payerReasons(payment, payer) : [{ code: 'wallet_locked' }]
  const atHand = [...asked.reasons, ...requestReasons(payment), ...ofWallet]
  const isAlone = payment.asker === undefined && isInFront && !asked.privateWindow
  return {
    isToBeAsked: atHand.length > 0 || !isAlone,
    decide: (facts) => decide(inputFor(payment, asked, facts, !isInFront, ofWallet)),
  }
}

function inputFor(
  payment: Payment,
  asked: Asked,
  { standing, known, same, paidBefore, openedAgain, familiar }: Facts,
  background: boolean,
  ofWallet: Reason[],
): PolicyInput {
  const { terms, site, asker, payeeOrigin, request } = payment
  return {
    ...standing,
    terms,
    site,
    asker,
    payeeOrigin,
    known,
    background,
    alreadySigned: same.some((other) => isInTheWay(other, payment)),
    paidBefore,
    privateWindow: asked.privateWindow,
    requestReasons: [
      ...asked.reasons,
      ...(openedAgain ? [openedAgain] : []),
      ...(isReopened(request) && !paidBefore ? [{ code: 'reopened' } as const] : []),
      ...requestReasons(payment),
      ...(known ? [] : nameReasons(site, familiar)),
      ...ofWallet,
    ],
  }
}

/** What has to be done again by the page or by the user once it is paid. */
function requestReasons({ request, offer, payeeOrigin, clockSkewSeconds = 0 }: Payment): Reason[] {
  const reasons: Reason[] = []
  const named = webOrigin(offer.resource.url)
  // Servers behind a proxy do not know their own scheme and port; their name they know.
  if (named && new URL(named).hostname !== new URL(payeeOrigin).hostname) {
    reasons.push({ code: 'other_resource', origin: named })
  }
  if (isTooFarOff(clockSkewSeconds)) {
    reasons.push({ code: 'clock_differs', seconds: clockSkewSeconds })
  }
  if (request.kind === 'unheld') reasons.push({ code: 'page_retries' })
  if (request.kind === 'form' && !request.rebuilds) reasons.push({ code: 'submit_again' })
  return reasons
}

/** What the wallet itself says: one that is empty, or another one, cannot pay by itself. */
function payerReasons({ terms }: Payment, payer: PayerWithBalance | undefined): Reason[] {
  if (!payer) return []
  const { external, balance } = payer
  const reasons: Reason[] = external ? [{ code: 'external_wallet' }] : []
  const isLow = balance !== undefined && balance < terms.amount
  return isLow ? [...reasons, { code: 'low_balance' }] : reasons
}
