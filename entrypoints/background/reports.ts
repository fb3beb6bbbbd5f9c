import { type Browser, browser } from 'wxt/browser'
import { z } from 'zod'
import type { PageReport, Verdict } from '../../lib/page-channel'
import type { PaymentState } from '../../lib/payment/lifecycle'
import type { PaidRequest } from '../../lib/payment/request'
import { readAs } from '../../lib/protocols/read-as'
import { db } from '../../lib/store/db'
import { forgetUnpaid, isTicketKnown, paymentsOf } from '../../lib/store/ledger'
import { strangerAround } from './ancestors'
import { ask } from './ask'
import { type Asker, askedBy, askerOf } from './asked'
import { callAttention } from './attention'
import { claimSeen, type Seen402 } from './detect'
import { forgetOtherDocuments } from './forget'
import { forgetForm, keepForm } from './forms'
import { ledBy } from './led'
import { idle, inOrder } from './sequence'
import { tabSequence } from './settle'
import { isPrivateHost, webOrigin, withoutFragment } from './urls'

type Sender = Browser.runtime.MessageSender
type Report<R extends PageReport['report']> = Extract<PageReport, { report: R }>

/** The click comes before the request: its answer takes as long as the network does. */
const DOWNLOAD_WAIT_MS = 20_000

const url = z.url().max(64 * 1024)
const again = z.literal(true).optional()
const pageReport: z.ZodType<PageReport> = z.discriminatedUnion('report', [
  z.strictObject({ report: z.literal('document-402'), again }),
  z.strictObject({
    report: z.literal('held-402'),
    kind: z.enum(['fetch', 'xhr']),
    ticket: z.string().min(1).max(64),
    url,
    method: z.string().min(1).max(32),
    bodyHint: z.boolean(),
    again,
  }),
  z.strictObject({ report: z.literal('element-402'), url, again }),
  z.strictObject({ report: z.literal('download'), url, again }),
  z.strictObject({ report: z.literal('gone'), ticket: z.string().max(64).optional(), again }),
])

interface Question {
  documentId: string
  ticket: string | undefined
  left: boolean
}

/** The reports that are being looked into. */
const questions = new Set<Question>()

/**
 * Handles what content scripts report. It can make the worker look at a 402 that the browser
 * itself has seen, and nothing else. Returns nothing when the message is not a report.
 */
export function handleReport(message: unknown, sender: Sender): Promise<Verdict> | undefined {
  const report = readAs(pageReport, message)
  if (!report || sender.id !== browser.runtime.id) return undefined
  if (report.report === 'gone') return gone(sender, report.ticket)
  const from = askerOf(sender)
  return from && whileThere(from, report)
}

function take(from: Asker, report: Exclude<PageReport, Report<'gone'>>): Promise<Verdict> {
  switch (report.report) {
    case 'document-402':
      return document402(from, report)
    case 'held-402':
      return held402(from, report)
    case 'element-402':
      return element402(from, report)
    case 'download':
      return download(from, report)
  }
}

/** Whoever asks may leave before the question is on record: then it was never asked. */
async function whileThere(
  from: Asker,
  report: Exclude<PageReport, Report<'gone'>>,
): Promise<Verdict> {
  const { tabId, documentId } = from
  const ticket = 'ticket' in report ? report.ticket : undefined
  const question: Question = { documentId, ticket, left: false }
  const asking = { ...from, hasLeft: () => question.left, reportedAt: performance.now() }
  questions.add(question)
  try {
    const within = await strangerAround(tabId, from.frameId, from.site)
    const verdict = await take({ ...asking, ...(within && { within }) }, report)
    if (question.left) await forgetLeft(tabId, documentId, ticket)
    return verdict
  } finally {
    questions.delete(question)
  }
}

async function document402(from: Asker, report: Report<'document-402'>): Promise<Verdict> {
  const { tabId, frameId, documentId } = from
  return inOrder(`document ${documentId}`, async () => {
    await idle(tabSequence(tabId))
    if (frameId === 0) await forgetOtherDocuments(tabId, documentId)
    if (await isWaited(documentId, (request) => !request.ticket)) return { verdict: 'wait' }
    const url = withoutFragment(from.url)
    const type = frameId === 0 ? 'main_frame' : 'sub_frame'
    const seen = await claimSeen(
      (one) =>
        one.url === url &&
        ((one.type === type && one.tabId === tabId && one.frameId === frameId) ||
          isPassedOn(one, from)),
      waitFor(report),
    )
    const base = { url, tabId, frameId, documentId }
    const request: PaidRequest =
      seen?.method === 'POST'
        ? { ...base, kind: 'form', method: 'POST' }
        : { ...base, kind: frameId === 0 ? 'navigation' : 'frame', method: 'GET' }
    const openedBy = frameId === 0 && seen && (await ledBy(request, from.site, seen))
    if (openedBy) request.openedBy = openedBy
    if (seen?.tabId === -1) request.viaServiceWorker = true
    if (seen?.userInfo) request.userInfo = true
    // What another site has filled in is not sent in this one's name: to the browser the rebuilt form
    // is its own, with all its cookies.
    if (seen?.form && !request.openedBy) {
      request.rebuilds = true
      keepForm(documentId, tabId, seen.form)
    }
    return { verdict: await ask(askedBy(from, request, seen)) }
  })
}

async function held402(from: Asker, report: Report<'held-402'>): Promise<Verdict> {
  const { ticket, kind, method, bodyHint } = report
  const { tabId, frameId, documentId } = from
  // The relay asks again when the worker was stopped: the same request gets the same answer.
  return inOrder(`${documentId} ${ticket}`, async () => {
    if (report.again && (await isTicketKnown(documentId, ticket))) return { verdict: 'wait' }
    const url = withoutFragment(report.url)
    const seen = await claimSeen(
      (one) =>
        one.url === url &&
        one.method === method &&
        one.type === 'xmlhttprequest' &&
        (one.tabId === tabId ? one.documentId === documentId : isPassedOn(one, from)),
      waitFor(report),
    )
    // Without the browser's own sight of it, the 402 would be the page's word only.
    if (!seen) return { verdict: 'keep' }
    const request: PaidRequest = { kind, url, method, tabId, frameId, documentId, ticket }
    return { verdict: await ask({ ...askedBy(from, request, seen), bodyHint }) }
  })
}

/** The terms come from the payee itself: nobody listens to the requests of elements. */
async function element402(from: Asker, report: Report<'element-402'>): Promise<Verdict> {
  const { tabId, frameId, documentId, origin } = from
  const url = withoutFragment(report.url)
  // A page may have others make a request in its name, not into a network that it is outside of.
  if (isPrivateHost(url) && !isPrivateHost(from.site)) return { verdict: 'keep' }
  return inOrder(`${documentId} ${url}`, async () => {
    if (await isWaited(documentId, (request) => request.url === url)) return { verdict: 'wait' }
    const request: PaidRequest = { kind: 'element', url, method: 'GET', tabId, frameId, documentId }
    if (origin !== 'null') request.initiator = origin
    return { verdict: await ask(askedBy(from, request, undefined)) }
  })
}

async function download(from: Asker, report: Report<'download'>): Promise<Verdict> {
  const { tabId, frameId, documentId } = from
  const url = withoutFragment(report.url)
  const fits = (one: Seen402) => one.url === url && one.type === 'other' && one.tabId === tabId
  const seen = await claimSeen(fits, DOWNLOAD_WAIT_MS)
  if (!seen) return { verdict: 'keep' }
  const request: PaidRequest = { kind: 'download', url, method: 'GET', tabId, frameId, documentId }
  return { verdict: await ask(askedBy(from, request, seen)) }
}

/** Nobody waits any more: what was not signed is forgotten. */
async function gone(sender: Sender, ticket: string | undefined): Promise<Verdict> {
  const { documentId, tab } = sender
  if (!documentId || tab?.id === undefined) return { verdict: 'keep' }
  for (const question of questions) {
    const isIts = ticket === undefined || question.ticket === ticket
    if (question.documentId === documentId && isIts) question.left = true
  }
  await forgetLeft(tab.id, documentId, ticket)
  return { verdict: 'keep' }
}

async function forgetLeft(
  tabId: number,
  documentId: string,
  ticket: string | undefined,
): Promise<void> {
  await forgetUnpaid(
    ({ request }) =>
      request.documentId === documentId && (ticket === undefined || request.ticket === ticket),
  )
  if (ticket === undefined) {
    forgetForm(documentId)
    const ofTab = db.notices.where('tabId').equals(tabId)
    await ofTab.filter((notice) => notice.documentId === documentId).delete()
  }
  await callAttention(tabId, { prompt: false })
}

/** What the last worker saw will not come: the next 402 that fits would be another request's. */
function waitFor({ again }: PageReport): number | undefined {
  return again ? 0 : undefined
}

const WAITING: readonly PaymentState[] = ['awaiting', 'reserved', 'signed', 'sent']

/** The page's own service worker made the request: it belongs to no tab, but to the origin. */
function isPassedOn({ tabId, type, initiator }: Seen402, from: Asker): boolean {
  return tabId === -1 && type === 'xmlhttprequest' && initiator === webOrigin(from.url)
}

/** Whether the document already waits with such a request, for the user or for its answer. */
async function isWaited(
  documentId: string,
  fits: (request: PaidRequest) => boolean,
): Promise<boolean> {
  const waiting = await paymentsOf(documentId, WAITING)
  return waiting.some(({ request }) => fits(request))
}
