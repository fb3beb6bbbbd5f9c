import { browser } from 'wxt/browser'
import { db } from '../../lib/store/db'
import { forgetUnpaid } from '../../lib/store/ledger'
import { ask } from './ask'
import type { Asked } from './asked'
import { callAttention } from './attention'
import { keepOwn } from './platform'
import { inOrder } from './sequence'

/**
 * Questions of workers that belong to no tab. They show on every tab, and nothing tells when the
 * worker has ended: each waits for minutes only, and a site may have a few of them.
 */

export const TABLESS_ALARM = 'tabless'
const KEEP_MS = 10 * 60_000
const MAX_OF_SITE = 10

/** As `ask`, but that a site with many such questions keeps its 402. */
export function askTabless(asked: Asked): ReturnType<typeof ask> {
  const { site } = asked
  return inOrder(`tabless ${site}`, async () => {
    await forgetTabless(Date.now() - KEEP_MS)
    const waiting = db.payments.where('[request.tabId+state]').equals([-1, 'awaiting'])
    if ((await waiting.filter((one) => one.site === site).count()) >= MAX_OF_SITE) return 'keep'
    const outcome = await ask(asked)
    if (outcome === 'wait') await browser.alarms.create(TABLESS_ALARM, { periodInMinutes: 1 })
    return outcome
  })
}

/** Forgets what nobody has answered in time, and stops looking when nothing is left. */
export async function endTabless(): Promise<void> {
  await forgetTabless(Date.now() - KEEP_MS)
  const left = await db.payments.where('[request.tabId+state]').equals([-1, 'awaiting']).count()
  if (left === 0) await browser.alarms.clear(TABLESS_ALARM)
}

async function forgetTabless(before: number): Promise<void> {
  const forgotten = await forgetUnpaid(
    ({ request, createdAt }) => request.tabId < 0 && createdAt < before,
  )
  if (forgotten.length === 0) return
  for (const one of forgotten) void keepOwn(one)
  await callAttention(-1, { prompt: false })
}
