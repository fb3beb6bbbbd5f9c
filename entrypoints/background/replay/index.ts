import { browser } from 'wxt/browser'
import type { WorkerMessage } from '../../../lib/page-channel'
import type { Payment } from '../../../lib/payment/payment'
import type { PaidRequest } from '../../../lib/payment/request'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import { withoutFragment } from '../urls'
import { addRules, removeRules, sweepRules } from './rules'
import { type AnswerDetails, unwatch, watch } from './watch'

export { carriesPayment } from './watch'

/** A request that was told to repeat itself leaves within milliseconds, or never. */
const LEAVE_TIMEOUT_MS = 15_000

export interface ReplayEvents {
  /** The paid request has left; the rule is gone. */
  onSent(payment: Payment): void
  onAnswered(payment: Payment, details: AnswerDetails): void
  /** It left and no answer came. */
  onFailed(payment: Payment, error: string): void
  /** It never left; the rule is gone. */
  onNotRepeated(payment: Payment): void
}

/** Whether the page, and the held request, that the payment is for still waits. */
export async function isWaiting({ request }: Payment): Promise<boolean> {
  if (request.errorPage) return showsErrorPage(request)
  // A worker without a tab cannot be asked; its next attempt is paid, or none is.
  if (!request.documentId) return request.kind === 'unheld'
  const { ticket } = request
  return (await tell(request, { to: 'ping', ...(ticket && { ticket }) })) === true
}

/**
 * Arms the browser for exactly one request and has it repeated: a session rule adds the header
 * below the page, so neither page nor service worker sees it, CORS does not apply, and a redirect
 * does not carry it on.
 */
export async function repeat(
  payment: Payment,
  header: PaymentHeader,
  events: ReplayEvents,
): Promise<void> {
  const { request } = payment
  const fragment = `tuppence-${crypto.randomUUID()}`
  const url = isHeld(request) ? `${request.url}#${fragment}` : request.url
  const ruleIds = await addRules(request, url, header)
  const timer = setTimeout(() => {
    disarm()
    unwatch(payment.id)
    events.onNotRepeated(payment)
  }, patienceMs(payment))
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
    onAnswered: (details) => events.onAnswered(payment, details),
    onFailed: (error) => events.onFailed(payment, error),
  })
  if (request.errorPage) await browser.tabs.reload(request.tabId)
  else if (request.documentId) await tell(request, repeatMessage(request, fragment))
}

/** Gives a held request its own 402 back. */
export async function keepOwn({ request }: Payment): Promise<void> {
  const { ticket } = request
  if (ticket) await tell(request, { to: 'held', ticket, verdict: { verdict: 'keep' } })
}

/** Clean slate on every start of the worker. */
export async function resetReplay(): Promise<void> {
  await sweepRules()
}

function isHeld({ kind }: PaidRequest): boolean {
  return kind === 'fetch' || kind === 'xhr'
}

/** Whether only the page or the user can make the request again, in their own time. */
function needsAnotherTry({ kind, form }: PaidRequest): boolean {
  return kind === 'unheld' || (kind === 'form' && !form)
}

function patienceMs({ request, authorization }: Payment): number {
  if (!needsAnotherTry(request) || !authorization) return LEAVE_TIMEOUT_MS
  return Math.max(0, authorization.validBefore * 1000 - Date.now())
}

function repeatMessage(request: PaidRequest, fragment: string): WorkerMessage {
  const { kind, url, ticket, form } = request
  if (ticket) return { to: 'held', ticket, verdict: { verdict: 'repeat', fragment } }
  if (kind === 'form' && form) return { to: 'document', action: 'submit', url, form }
  if (kind === 'element' || kind === 'download') return { to: 'element', url }
  if (needsAnotherTry(request)) return { to: 'document', action: 'try-again' }
  return { to: 'document', action: 'reload' }
}

async function tell(request: PaidRequest, message: WorkerMessage): Promise<unknown> {
  const { tabId, documentId } = request
  return browser.tabs.sendMessage(tabId, message, { documentId }).catch(() => undefined)
}

async function showsErrorPage({ tabId, url }: PaidRequest): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  return tab?.url !== undefined && withoutFragment(tab.url) === url
}
