import { browser } from 'wxt/browser'
import type { WorkerMessage } from '../../../lib/page-channel'
import type { Payment } from '../../../lib/payment/payment'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import { addRules, removeRules, sweepRules } from './rules'
import { unwatch, watch } from './watch'

export { watchedRequest } from './watch'

/** A request that was told to repeat itself leaves within milliseconds, or never. */
const LEAVE_TIMEOUT_MS = 15_000

export interface ReplayEvents {
  /** The paid request has left; the rule is gone. */
  onSent(payment: Payment): void
  /** It left and no answer came. */
  onFailed(payment: Payment, error: string): void
  /** It never left; the rule is gone. */
  onNotRepeated(payment: Payment): void
}

/** Whether the document, and the held request, that the payment is for still waits. */
export async function isWaiting({ request }: Payment): Promise<boolean> {
  const message: WorkerMessage = {
    to: 'ping',
    ...(request.ticket ? { ticket: request.ticket } : {}),
  }
  return (await tell(request, message)) === true
}

/**
 * Arms the browser for exactly one request and tells the waiting document to repeat it: a session
 * rule adds the header below the page, so neither page nor service worker sees it, CORS does not
 * apply, and a redirect does not carry it on.
 */
export async function repeat(
  payment: Payment,
  header: PaymentHeader,
  events: ReplayEvents,
): Promise<void> {
  const { request } = payment
  const fragment = `tuppence-${crypto.randomUUID()}`
  const url = request.kind === 'fetch' ? `${request.url}#${fragment}` : request.url
  const ruleIds = await addRules(request, url, header)
  const timer = setTimeout(() => {
    disarm()
    unwatch(payment.id)
    events.onNotRepeated(payment)
  }, LEAVE_TIMEOUT_MS)
  const disarm = () => {
    clearTimeout(timer)
    void removeRules(ruleIds)
  }
  watch({
    payment,
    url,
    onSent() {
      disarm()
      events.onSent(payment)
    },
    onFailed(error) {
      unwatch(payment.id)
      events.onFailed(payment, error)
    },
  })
  await tell(request, repeatMessage(payment, fragment))
}

/** The paid answer has come: nothing of this payment is left in the browser. */
export function finish(payment: Payment): void {
  unwatch(payment.id)
}

/** Gives a held request its own 402 back. */
export async function keepOwn({ request }: Payment): Promise<void> {
  const { ticket } = request
  if (ticket) await tell(request, { to: 'fetch', ticket, verdict: { verdict: 'keep' } })
}

/** Clean slate on every start of the worker. */
export async function resetReplay(): Promise<void> {
  await sweepRules()
}

function repeatMessage({ request }: Payment, fragment: string): WorkerMessage {
  return request.ticket
    ? { to: 'fetch', ticket: request.ticket, verdict: { verdict: 'repeat', fragment } }
    : { to: 'document', action: 'reload' }
}

async function tell(request: Payment['request'], message: WorkerMessage): Promise<unknown> {
  const { tabId, documentId } = request
  return browser.tabs.sendMessage(tabId, message, { documentId }).catch(() => undefined)
}
