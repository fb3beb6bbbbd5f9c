import { browser } from 'wxt/browser'
import { db } from '../../../lib/store/db'
import { forgetUnpaid } from '../../../lib/store/ledger'
import { ask } from '../ask'
import type { Asked } from '../asked'
import { callAttention } from '../attention'
import { idle } from '../sequence'
import { tabSequence } from '../settle'
import type { BlockingResponse, RequestDetails, ResponseDetails, SendingDetails } from './details'
import { awaitPayment, drop, type Held, heldBy, heldOf, hold, letGo, whileAnyIsHeld } from './held'
import { HELD_TYPES, questionOf } from './question'

type Listen<Details> = {
  addListener(
    listener: (details: Details) => Promise<BlockingResponse> | undefined,
    filter: { urls: string[]; types?: string[] },
    extra?: string[],
  ): void
  removeListener(
    listener: (details: Details) => Promise<BlockingResponse> | undefined,
  ): void
}

/** The library knows Chromium's `webRequest`, whose listeners cannot block. */
const { onHeadersReceived, onBeforeSendHeaders, onErrorOccurred, onBeforeRequest } =
  (browser.webRequest) as unknown as {
    onHeadersReceived: Listen<ResponseDetails>
    onBeforeSendHeaders: Listen<SendingDetails>
    onErrorOccurred: Listen<RequestDetails & { error: string }>
    onBeforeRequest: Listen<RequestDetails>
  }

const WEB = ['http://*/*', 'https://*/*']
const HELD = { urls: WEB, types: HELD_TYPES }
let ready: Promise<void>

/** Holds every 402 that the page could be paid out of, until the wallet has decided. */
export function holdPaywalls(whenReady: Promise<void>): void {
  ready = whenReady
  whileAnyIsHeld(startWatching, stopWatching)
  onHeadersReceived.addListener(seeAnswer, HELD, ['responseHeaders', 'blocking'])
  onBeforeRequest.addListener(forgetNotice, { urls: WEB, types: ['main_frame'] })
}

function seeAnswer(details: ResponseDetails): Promise<BlockingResponse> | undefined {
  const held = heldOf(details)
  if (held) {
    letPass(held, details)
    return undefined
  }
  const { statusCode } = details
  if (statusCode !== 402 && statusCode !== 412) return undefined
  const ticket = crypto.randomUUID()
  const question = questionOf(details, ticket)
  if (!question) return undefined
  const answer = hold(details, ticket)
  void decideOn(question, ticket)
  return answer
}

/** The next answer to a request that was held is the page's, whatever it is. */
function letPass(held: Held, details: ResponseDetails): void {
  drop(held)
  if (held.phase === 'paid') held.onAnswered(details)
  else held.onReady(false)
}

async function decideOn(question: Asked, ticket: string): Promise<void> {
  const { tabId } = question.request
  await ready
  await idle(tabSequence(tabId))
  const outcome = await ask(question).catch(() => 'keep' as const)
  const held = heldBy(ticket)
  if (!held) await forgetQuestion(ticket, tabId)
  else if (outcome === 'keep') letGo(held)
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
  onBeforeSendHeaders.addListener(awaitPayment, HELD, ['requestHeaders', 'blocking'])
  onErrorOccurred.addListener(seeError, HELD)
}

function stopWatching(): void {
  onBeforeSendHeaders.removeListener(awaitPayment)
  onErrorOccurred.removeListener(seeError)
}
