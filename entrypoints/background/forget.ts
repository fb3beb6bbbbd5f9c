import { db } from '../../lib/store/db'
import { forgetUnpaid } from '../../lib/store/ledger'
import { forgetFormsOf } from './forms'

/** A tab shows one document at a time: what older ones asked for is asked for no more. */
export async function forgetOtherDocuments(tabId: number, documentId: string): Promise<void> {
  forgetFormsOf(tabId, documentId)
  await forgetUnpaid(({ request }) => request.tabId === tabId && request.documentId !== documentId)
  const notice = await db.notices.get(tabId)
  if (notice && notice.documentId !== documentId) await db.notices.delete(tabId)
}

/** The tab is closed. */
export async function forgetTab(tabId: number): Promise<void> {
  forgetFormsOf(tabId)
  await forgetUnpaid(({ request }) => request.tabId === tabId)
  await db.notices.delete(tabId)
}

/**
 * After a start of the browser, or an update of Tuppence, no page waits any more, but those that
 * have asked since.
 */
export async function forgetWaiting(before: number): Promise<void> {
  await forgetUnpaid(({ createdAt }) => createdAt < before)
  await db.notices.filter(({ at }) => at < before).delete()
}
