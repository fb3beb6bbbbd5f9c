import { browser } from 'wxt/browser'
import { trustedSkew } from '../../lib/payment/clock'
import { nextLook, PATIENT_LOOKS } from '../../lib/payment/looks'
import type { Payment } from '../../lib/payment/payment'
import { annotate } from '../../lib/store/ledger'

export const RECONCILE_ALARM = 'reconcile'

/** Alarms of browsers are not finer. */
const MIN_ALARM_MS = 30_000

let onDue: () => void = () => undefined
let timer: ReturnType<typeof setTimeout> | undefined
let timerAt = Number.POSITIVE_INFINITY

/** Calls back when the chain is to be asked again while the worker runs; alarms do so later. */
export function whenDue(ask: () => void): void {
  onDue = ask
}

/** Whether the chain has not had its last word on a payment. */
export function isAsked(payment: Payment): boolean {
  const { state, authorization, provenSpent, proof, transaction, looks = 0 } = payment
  if (!authorization) return false
  // What was proven may have been sent again since: it is open until it is closed once more.
  if (state === 'unknown' || state === 'settled') return true
  if (!provenSpent) return state === 'undelivered'
  // A later receipt has put another transaction in the place of the proven one.
  if (state === 'undelivered' && proof) return transaction !== proof.transaction
  const hasEnded = state === 'confirmed' || state === 'undelivered'
  // 0 looks: a record of a version that did not ask for the transfer.
  return hasEnded && !proof && looks > 0 && looks < PATIENT_LOOKS
}

/** Nothing to be seen yet: notes when to look next. */
export async function lookAgain(payment: Payment): Promise<void> {
  const { id, looks = 0, authorization, clockSkewSeconds } = payment
  // By our own clock, as the authorization was made by the server's.
  const endsAt = (authorization?.validBefore ?? 0) - trustedSkew(clockSkewSeconds)
  const lookAt = nextLook(looks, endsAt, Date.now())
  await annotate(id, { looks: looks + 1, lookAt })
  await watchLooks([{ lookAt }])
}

/** Sees to it that the earliest of these looks is taken, whether the worker lives or not. */
export async function watchLooks(open: Pick<Payment, 'lookAt'>[]): Promise<void> {
  const next = Math.min(...open.map(({ lookAt = 0 }) => lookAt))
  if (!Number.isFinite(next)) return
  const now = Date.now()
  if (next < timerAt && next - now < MIN_ALARM_MS) {
    clearTimeout(timer)
    timerAt = next
    timer = setTimeout(
      () => {
        timerAt = Number.POSITIVE_INFINITY
        onDue()
      },
      Math.max(0, next - now),
    )
  }
  const when = Math.max(next, now + MIN_ALARM_MS)
  const set = await browser.alarms.get(RECONCILE_ALARM)
  if (!set || set.scheduledTime > when || set.scheduledTime < now) {
    await browser.alarms.create(RECONCILE_ALARM, { when })
  }
}
