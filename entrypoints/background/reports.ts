import { type Browser, browser } from 'wxt/browser'
import { z } from 'zod'
import type { PageReport, Verdict } from '../../lib/page-channel'
import type { PaidRequest } from '../../lib/payment/payment'
import { db } from '../../lib/store/db'
import { forgetUnpaid } from '../../lib/store/ledger'
import { ask } from './ask'
import { callAttention } from './attention'
import { claimSeen } from './detect'
import { idle, inOrder } from './sequence'
import { tabSequence } from './settle'
import { webOrigin, withoutFragment } from './urls'

type Sender = Browser.runtime.MessageSender

const pageReport: z.ZodType<PageReport> = z.discriminatedUnion('report', [
  z.strictObject({ report: z.literal('document-402') }),
  z.strictObject({
    report: z.literal('fetch-402'),
    ticket: z.string().min(1).max(64),
    url: z.url().max(64 * 1024),
    method: z.string().min(1).max(32),
  }),
  z.strictObject({ report: z.literal('gone'), ticket: z.string().max(64).optional() }),
])

/** The document that reports, as the browser names it. */
interface Reporter {
  tabId: number
  frameId: number
  documentId: string
  url: string
  /** Top-level origin. */
  site: string
}

/**
 * Handles what content scripts report. It can make the worker look at a 402 that the browser
 * itself has seen, and nothing else. Returns nothing when the message is not a report.
 */
export function handleReport(message: unknown, sender: Sender): Promise<Verdict> | undefined {
  const parsed = pageReport.safeParse(message)
  const from = reporterOf(sender)
  if (!parsed.success || !from) return undefined
  const report = parsed.data
  if (report.report === 'gone') return gone(from, report.ticket)
  return report.report === 'fetch-402' ? fetch402(from, report) : document402(from, sender)
}

async function document402(from: Reporter, sender: Sender): Promise<Verdict> {
  const { tabId, frameId, documentId } = from
  if (frameId !== 0 || sender.documentLifecycle === 'prerender') return { verdict: 'keep' }
  await idle(tabSequence(tabId))
  const url = withoutFragment(from.url)
  const seen = await claimSeen({ url, method: 'GET', type: 'main_frame', tabId })
  const request: PaidRequest = {
    kind: 'navigation',
    url,
    method: 'GET',
    tabId,
    frameId,
    documentId,
  }
  return { verdict: await ask({ request, site: from.site, payeeOrigin: originOf(url), seen }) }
}

async function fetch402(
  from: Reporter,
  { ticket, url: asSent, method }: Extract<PageReport, { report: 'fetch-402' }>,
): Promise<Verdict> {
  const { tabId, frameId, documentId, site } = from
  // The relay asks again when the worker was stopped: the same request gets the same answer.
  return inOrder(`${documentId} ${ticket}`, async () => {
    const known = await db.payments.where('request.tabId').equals(tabId).toArray()
    if (
      known.some(({ request }) => request.documentId === documentId && request.ticket === ticket)
    ) {
      return { verdict: 'wait' }
    }
    const url = withoutFragment(asSent)
    const seen = await claimSeen({ url, method, type: 'xmlhttprequest', tabId, documentId })
    // Without the browser's own sight of it, the 402 would be the page's word only.
    if (!seen) return { verdict: 'keep' }
    const request: PaidRequest = { kind: 'fetch', url, method, tabId, frameId, documentId, ticket }
    return { verdict: await ask({ request, site, payeeOrigin: originOf(url), seen }) }
  })
}

/** Nobody waits any more: what was not signed is forgotten. */
async function gone({ tabId, documentId }: Reporter, ticket: string | undefined): Promise<Verdict> {
  await forgetUnpaid(
    ({ request }) =>
      request.documentId === documentId && (ticket === undefined || request.ticket === ticket),
  )
  if (ticket === undefined) {
    await db.notices
      .where('tabId')
      .equals(tabId)
      .filter((n) => n.documentId === documentId)
      .delete()
  }
  await callAttention(tabId, { prompt: false })
  return { verdict: 'keep' }
}

function reporterOf(sender: Sender): Reporter | undefined {
  const { id, tab, frameId, documentId, url } = sender
  const site = webOrigin(frameId === 0 ? url : tab?.url)
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined
  if (!documentId || !url || !site) return undefined
  return { tabId: tab.id, frameId, documentId, url, site }
}

function originOf(url: string): string {
  return new URL(url).origin
}
