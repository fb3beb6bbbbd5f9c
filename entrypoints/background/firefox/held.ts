import type { HttpHeader } from '../../../lib/protocols/x402/headers'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import type { BlockingResponse, RequestDetails, ResponseDetails, SendingDetails } from './details'

/**
 * - `held`: its 402 has come and is kept from the page
 * - `restarting`: it was sent back to its own address, with nothing signed yet
 * - `ready`: about to leave again; only the payment is missing
 * - `paid`: it has left with the payment
 * - `unpaid`: it has left without; whatever comes is the page's
 */
type Phase = 'held' | 'restarting' | 'ready' | 'paid' | 'unpaid'

/** One request of a page, from its 402 to the next answer. */
export interface Held {
  /** Joins our record to it. Request ids start again with the browser, tickets do not. */
  readonly ticket: string
  readonly requestId: string
  readonly tabId: number
  readonly frameId: number
  readonly documentId: string | undefined
  /** With its fragment: the page sees no other address than its own. */
  readonly url: string
  phase: Phase
  /** As the restarted request carries them. */
  requestHeaders: HttpHeader[]
  /** Answers the blocking listener that waits: first that of the 402, then that of the restart. */
  release(response: BlockingResponse): void
  onReady(ready: boolean): void
  onAnswered(details: ResponseDetails): void
  onFailed(error: string): void
}

const byRequest = new Map<string, Held>()
const byTicket = new Map<string, Held>()
/** A request that was sent back leaves within milliseconds, or never. */
const RESTART_TIMEOUT_MS = 3_000

const nothing = () => undefined
let onFirst: () => void = nothing
let onLast: () => void = nothing

/** Calls back when the first request is held, and when none is any more. */
export function whileAnyIsHeld(start: () => void, stop: () => void): void {
  onFirst = start
  onLast = stop
}

/** Holds a request that met a 402; `answer` is for the blocking listener. */
export function hold(details: RequestDetails, ticket: string): Promise<BlockingResponse> {
  const { requestId, tabId, frameId, documentId, url } = details
  return new Promise((release) => {
    const held: Held = {
      ticket,
      requestId,
      tabId,
      frameId,
      documentId,
      url,
      phase: 'held',
      requestHeaders: [],
      release,
      onReady: nothing,
      onAnswered: nothing,
      onFailed: nothing,
    }
    if (byRequest.size === 0) onFirst()
    byRequest.set(requestId, held)
    byTicket.set(ticket, held)
  })
}

export function heldBy(ticket: string | undefined): Held | undefined {
  return ticket === undefined ? undefined : byTicket.get(ticket)
}

export function heldOf({ requestId }: Pick<RequestDetails, 'requestId'>): Held | undefined {
  return byRequest.get(requestId)
}

/** Those that wait for a decision, of one tab. */
export function waitingIn(tabId: number): Held[] {
  return [...byTicket.values()].filter(
    (held) => held.tabId === tabId && (held.phase === 'held' || held.phase === 'ready'),
  )
}

export function drop(held: Held): void {
  byTicket.delete(held.ticket)
  if (byRequest.delete(held.requestId) && byRequest.size === 0) onLast()
}

/**
 * Sends a held request back to its own address and waits until it is about to leave. A request
 * that may not be redirected, or whose page has gone, never gets there: nothing is signed for it.
 */
export function restart(held: Held): Promise<boolean> {
  if (held.phase === 'ready') return Promise.resolve(true)
  if (held.phase !== 'held') return Promise.resolve(false)
  return new Promise((resolve) => {
    const timer = setTimeout(() => held.onReady(false), RESTART_TIMEOUT_MS)
    held.onReady = (ready) => {
      clearTimeout(timer)
      held.onReady = nothing
      if (!ready) drop(held)
      resolve(ready)
    }
    held.phase = 'restarting'
    held.release({ redirectUrl: held.url })
  })
}

/** The restarted request is about to leave: it waits for its payment. */
export function awaitPayment(details: SendingDetails): Promise<BlockingResponse> | undefined {
  const held = heldOf(details)
  // Never on another address: a redirect has the same request id.
  if (held?.phase !== 'restarting' || details.url !== held.url) return undefined
  return new Promise((resolve) => {
    held.phase = 'ready'
    held.requestHeaders = details.requestHeaders ?? []
    held.release = resolve
    held.onReady(true)
  })
}

/** Lets a request leave with its payment. */
export function leaveWith(held: Held, { name, value }: PaymentHeader): void {
  const others = held.requestHeaders.filter(
    (header) => header.name.toLowerCase() !== name.toLowerCase(),
  )
  held.phase = 'paid'
  held.release({ requestHeaders: [...others, { name, value }] })
}

/** Gives a request its own 402, or, where that is gone already, whatever comes without payment. */
export function letGo(held: Held): void {
  if (held.phase === 'held') drop(held)
  else if (held.phase === 'ready') held.phase = 'unpaid'
  else return
  held.release({})
}
