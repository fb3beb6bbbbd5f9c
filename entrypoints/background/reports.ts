import { type Browser, browser } from 'wxt/browser'
import { z } from 'zod'
import type { PageReport, Verdict } from '../../lib/page-channel'
import type { PaidRequest } from '../../lib/payment/request'
import { db } from '../../lib/store/db'
import { forgetUnpaid } from '../../lib/store/ledger'
import { ask } from './ask'
import { askedBy } from './asked'
import { callAttention } from './attention'
import { claimSeen, type Seen402 } from './detect'
import { forgetOtherDocuments } from './forget'
import { idle, inOrder } from './sequence'
import { tabSequence } from './settle'
import { webOrigin, withoutFragment } from './urls'

type Sender = Browser.runtime.MessageSender
type Report<R extends PageReport['report']> = Extract<PageReport, { report: R }>

const url = z.url().max(64 * 1024)
const pageReport: z.ZodType<PageReport> = z.discriminatedUnion('report', [
  z.strictObject({ report: z.literal('document-402') }),
  z.strictObject({
    report: z.literal('held-402'),
    kind: z.enum(['fetch', 'xhr']),
    ticket: z.string().min(1).max(64),
    url,
    method: z.string().min(1).max(32),
  }),
  z.strictObject({ report: z.literal('element-402'), url }),
  z.strictObject({ report: z.literal('download'), url }),
  z.strictObject({ report: z.literal('gone'), ticket: z.string().max(64).optional() }),
])

/** The document that reports, as the browser names it. */
interface Reporter extends Pick<PaidRequest, 'tabId' | 'frameId' | 'documentId'> {
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
  switch (report.report) {
    case 'document-402':
      return document402(from, sender)
    case 'held-402':
      return held402(from, report)
    case 'element-402':
      return element402(from, report)
    case 'download':
      return download(from, report)
    case 'gone':
      return gone(from, report.ticket)
  }
}

async function document402(from: Reporter, sender: Sender): Promise<Verdict> {
  const { tabId, frameId, documentId } = from
  if (sender.documentLifecycle === 'prerender') return { verdict: 'keep' }
  await idle(tabSequence(tabId))
  if (frameId === 0) await forgetOtherDocuments(tabId, documentId)
  const url = withoutFragment(from.url)
  const type = frameId === 0 ? 'main_frame' : 'sub_frame'
  const direct = (one: Seen402) =>
    one.url === url && one.type === type && one.tabId === tabId && one.frameId === frameId
  const passedOn = (one: Seen402) =>
    one.url === url && one.tabId === -1 && one.initiator === webOrigin(url)
  const seen = await claimSeen((one) => direct(one) || passedOn(one))
  const base = { url, tabId, frameId, documentId }
  const request: PaidRequest =
    seen?.method === 'POST'
      ? { ...base, kind: 'form', method: 'POST', ...(seen.form && { form: seen.form }) }
      : { ...base, kind: frameId === 0 ? 'navigation' : 'frame', method: 'GET' }
  if (seen?.tabId === -1) request.viaServiceWorker = true
  return { verdict: await ask(askedBy(from.site, request, seen)) }
}

async function held402(from: Reporter, report: Report<'held-402'>): Promise<Verdict> {
  const { ticket, kind, method } = report
  const { tabId, frameId, documentId, site } = from
  // The relay asks again when the worker was stopped: the same request gets the same answer.
  return inOrder(`${documentId} ${ticket}`, async () => {
    if (await isKnown(from, ticket)) return { verdict: 'wait' }
    const url = withoutFragment(report.url)
    const fits = (one: Seen402) =>
      one.url === url &&
      one.method === method &&
      one.type === 'xmlhttprequest' &&
      (one.tabId === tabId ? one.documentId === documentId : one.tabId === -1)
    const seen = await claimSeen(fits)
    // Without the browser's own sight of it, the 402 would be the page's word only.
    if (!seen) return { verdict: 'keep' }
    const request: PaidRequest = { kind, url, method, tabId, frameId, documentId, ticket }
    return { verdict: await ask(askedBy(site, request, seen)) }
  })
}

/** The terms come from the payee itself: nobody listens to the requests of elements. */
async function element402(from: Reporter, report: Report<'element-402'>): Promise<Verdict> {
  const { tabId, frameId, documentId, site } = from
  const url = withoutFragment(report.url)
  return inOrder(`${documentId} ${url}`, async () => {
    if (await isKnown(from, undefined, url)) return { verdict: 'wait' }
    const request: PaidRequest = { kind: 'element', url, method: 'GET', tabId, frameId, documentId }
    return { verdict: await ask(askedBy(site, request, undefined)) }
  })
}

async function download(from: Reporter, report: Report<'download'>): Promise<Verdict> {
  const { tabId, frameId, documentId, site } = from
  const url = withoutFragment(report.url)
  const fits = (one: Seen402) => one.url === url && one.type === 'other' && one.tabId === tabId
  const seen = await claimSeen(fits, DOWNLOAD_WAIT_MS)
  if (!seen) return { verdict: 'keep' }
  const request: PaidRequest = { kind: 'download', url, method: 'GET', tabId, frameId, documentId }
  return { verdict: await ask(askedBy(site, request, seen)) }
}

/** The click comes before the request: its answer takes as long as the network does. */
const DOWNLOAD_WAIT_MS = 20_000

/** Nobody waits any more: what was not signed is forgotten. */
async function gone({ tabId, documentId }: Reporter, ticket: string | undefined): Promise<Verdict> {
  await forgetUnpaid(
    ({ request }) =>
      request.documentId === documentId && (ticket === undefined || request.ticket === ticket),
  )
  if (ticket === undefined) {
    const ofDocument = db.notices.where('tabId').equals(tabId)
    await ofDocument.filter((notice) => notice.documentId === documentId).delete()
  }
  await callAttention(tabId, { prompt: false })
  return { verdict: 'keep' }
}

/** Whether this document already has a payment for that held request, or that waits for that URL. */
async function isKnown(from: Reporter, ticket: string | undefined, url?: string): Promise<boolean> {
  const ofTab = await db.payments.where('request.tabId').equals(from.tabId).toArray()
  return ofTab.some(
    ({ request, state }) =>
      request.documentId === from.documentId &&
      (ticket ? request.ticket === ticket : request.url === url && state === 'awaiting'),
  )
}

function reporterOf(sender: Sender): Reporter | undefined {
  const { id, tab, frameId, documentId, url } = sender
  const site = webOrigin(frameId === 0 ? url : tab?.url)
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined
  if (!documentId || !url || !site) return undefined
  return { tabId: tab.id, frameId, documentId, url, site }
}
