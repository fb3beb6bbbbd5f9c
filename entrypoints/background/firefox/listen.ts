import { browser } from 'wxt/browser'
import { db } from '../../../lib/store/db'
import { mustReachRecords } from '../../../lib/store/health'
import { forgetUnpaid } from '../../../lib/store/ledger'
import { warmUp } from '../../../lib/wallet/warm-up'
import { ask } from '../ask'
import type { Asked } from '../asked'
import { callAttention } from '../attention'
import { idle } from '../sequence'
import { tabSequence } from '../settle'
import { askTabless } from '../tabless'
import type { BlockingResponse, RequestDetails, ResponseDetails } from './details'
import { isFavicon } from './favicon'
import {
  awaitPayment,
  drop,
  type Held,
  heldBy,
  heldOf,
  hold,
  letGo,
  waitingIn,
  whileAnyIsHeld,
} from './held'
import { noteOpener } from './opened'
import { isPassedOn, notePassedOn } from './passed-on'
import { HELD_TYPES, questionOf } from './question'
import { WEB, webRequest } from './web-request'

const HELD = { urls: WEB, types: HELD_TYPES }
const PAGES = { urls: WEB, types: ['main_frame'] }
const DOCUMENTS = { urls: WEB, types: ['main_frame', 'sub_frame'] }
let ready: Promise<void>

/**
 * Firefox stops an idle worker after 30 s, and gives what it held to the page unpaid. A call of the
 * browser's counts as not idle.
 */
const AWAKE_MS = 5_000
let keepingAwake: ReturnType<typeof setInterval> | undefined

/** Holds every 402 that the page could be paid out of, until the wallet has decided. */
export function holdPaywalls(whenReady: Promise<void>): void {
  ready = whenReady
  whileAnyIsHeld(startWatching, stopWatching)
  webRequest.onHeadersReceived.addListener(seeAnswer, HELD, ['responseHeaders', 'blocking'])
  webRequest.onBeforeRequest.addListener(forgetNotice, PAGES)
  webRequest.onSendHeaders.addListener(noteOpener, PAGES, ['requestHeaders'])
  webRequest.onBeforeRedirect.addListener(notePassedOn, DOCUMENTS)
}

function seeAnswer(details: ResponseDetails): Promise<BlockingResponse> | undefined {
  const held = heldOf(details)
  if (held) {
    letPass(held, details)
    return undefined
  }
  const { statusCode } = details
  if ((statusCode !== 402 && statusCode !== 412) || isPassedOn(details)) return undefined
  const ticket = crypto.randomUUID()
  const question = questionOf(details, ticket)
  if (!question) return undefined
  const answer = hold(details, ticket)
  void decideOn(question, ticket)
  if (statusCode === 402) warmUp()
  return answer
}

/** The next answer to a request that was held is the page's, whatever it is. */
function letPass(held: Held, details: ResponseDetails): void {
  drop(held)
  if (held.phase === 'paid') held.onAnswered(details)
  else held.onReady(false)
}

async function decideOn(question: Asked, ticket: string): Promise<void> {
  const outcome = await outcomeOf(question).catch(() => 'keep')
  const held = heldBy(ticket)
  if (!held) await forgetQuestion(ticket, question.request.tabId)
  else if (outcome === 'keep') letGo(held)
}

async function outcomeOf(question: Asked): Promise<'keep' | 'wait'> {
  await ready
  await mustReachRecords()
  await idle(tabSequence(question.request.tabId))
  if (question.request.tabId < 0) return askTabless(question)
  return (await isFavicon(question.request)) ? 'keep' : ask(question)
}

/** The page has given the request up, or has gone. */
function seeError(details: RequestDetails & { error: string }): undefined {
  const held = heldOf(details)
  if (!held) return
  drop(held)
  if (held.phase === 'paid') held.onFailed(details.error)
  else {
    held.onReady(false)
    void forgetQuestion(held.ticket, details.tabId)
  }
}

interface Committed {
  tabId: number
  frameId: number
  documentId?: string
  url: string
}

/**
 * Another document has taken the place of the one that waited. The browser tells us of the end of
 * a request only when it is no longer held.
 */
function seeDocument({ tabId, frameId, documentId, url }: Committed): void {
  // The blank page that a new tab begins with takes nobody's place.
  if (url.startsWith('about:')) return
  for (const held of waitingIn(tabId)) {
    const isOfOther = documentId === undefined || held.documentId !== documentId
    if (!isOfOther || (frameId !== 0 && held.frameId !== frameId)) continue
    letGo(held)
    void forgetQuestion(held.ticket, tabId)
  }
}

async function forgetQuestion(ticket: string, tabId: number): Promise<void> {
  await forgetUnpaid(({ request }) => request.ticket === ticket)
  await callAttention(tabId, { prompt: false })
}

/** What the last page of the tab could not pay is no news on the next one. */
function forgetNotice({ tabId }: RequestDetails): undefined {
  void db.notices.delete(tabId)
}

/** These would cost every request of every page: they are there while one is held. */
function startWatching(): void {
  keepingAwake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS)
  webRequest.onBeforeSendHeaders.addListener(awaitPayment, HELD, ['requestHeaders', 'blocking'])
  webRequest.onErrorOccurred.addListener(seeError, HELD)
  browser.webNavigation.onCommitted.addListener(seeDocument)
}

function stopWatching(): void {
  clearInterval(keepingAwake)
  webRequest.onBeforeSendHeaders.removeListener(awaitPayment)
  webRequest.onErrorOccurred.removeListener(seeError)
  browser.webNavigation.onCommitted.removeListener(seeDocument)
}
