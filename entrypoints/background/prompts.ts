import { browser } from 'wxt/browser'
import type { Payment } from '../../lib/payment/payment'
import { db } from '../../lib/store/db'
import { inOrder } from './sequence'

/**
 * How often the popup has opened by itself for a site since the user last paid there, in
 * `storage.session`: it outlives this worker, not the browser.
 */
const KEY = 'prompts'
/** How long a site has to wait for the next time, unless it is paid; the last for all that follow. */
const PAUSES_MS = [5_000, 60_000, 600_000]
/** A site that has been quiet for so long begins anew. */
const KEEP_MS = 60 * 60_000
const MOST = 100

interface Prompts {
  site: string
  at: number
  count: number
}

/** Whether the popup may open by itself for a site; if so, it counts as opened. */
export function mayPrompt(site: string, now: number): Promise<boolean> {
  return inOrder(KEY, async () => {
    const { [KEY]: stored = [] } = await browser.storage.session.get<{ [KEY]?: Prompts[] }>(KEY)
    const lately = stored.filter(({ at }) => Math.abs(now - at) < KEEP_MS)
    const last = lately.find((one) => one.site === site)
    const ofNoUse = last && !(await isPaidSince(last.at, (payment) => payment.site === site))
    if (ofNoUse && now - last.at < pauseAfter(last.count)) return false
    const others = lately.filter((one) => one !== last).slice(1 - MOST)
    const count = ofNoUse ? last.count + 1 : 1
    await browser.storage.session.set({ [KEY]: [...others, { site, at: now, count }] })
    return true
  })
}

function pauseAfter(count: number): number {
  return PAUSES_MS[Math.min(count, PAUSES_MS.length) - 1] ?? 0
}

/** Whether the user has approved such a payment since: then the popup was of use. */
export async function isPaidSince(
  at: number,
  isSuch: (payment: Payment) => boolean,
): Promise<boolean> {
  const since = db.payments.where('spentAt').aboveOrEqual(at)
  const first = await since.filter((one) => one.approvedBy === 'user' && isSuch(one)).first()
  return first !== undefined
}
