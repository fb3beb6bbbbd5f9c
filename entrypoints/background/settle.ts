import { browser } from 'wxt/browser'
import { conclude } from '../../lib/payment/conclude'
import type { PaymentState } from '../../lib/payment/lifecycle'
import { LifecycleError, type PaidAnswer, type Payment } from '../../lib/payment/payment'
import {
  type HttpHeader,
  headerValues,
  PAYMENT_REQUIRED_HEADERS,
  PAYMENT_RESPONSE_HEADERS,
} from '../../lib/protocols/x402/headers'
import { decodeOfferHeader } from '../../lib/protocols/x402/offer'
import { decodeReceipt } from '../../lib/protocols/x402/receipt'
import { annotate, move } from '../../lib/store/ledger'
import { paidAnswer } from './answer'
import { callAttention, showPaid } from './attention'
import { isDocumentEmpty, tellsNoLength } from './delivered'
import { forgetForm } from './forms'
import { keepOwn } from './platform'
import { reconcile } from './reconcile'
import type { ReplayEvents } from './replay'
import type { AnswerDetails } from './replay/watch'
import { inOrder } from './sequence'
import { withoutFragment } from './urls'

interface TabFacts {
  title?: string | undefined
  url?: string | undefined
}

/** Reports of one tab are kept in order: the next 402 of a tab waits for the last one's outcome. */
export function tabSequence(tabId: number): string {
  return `tab ${tabId}`
}

/** What the browser tells of a paid request on its way. */
export const replayEvents: ReplayEvents = {
  onSent: (payment) => step(payment, () => move(payment.id, 'sent', 'page')),
  onAnswered: settle,
  onFailed: (payment, error) =>
    step(payment, async () => {
      const problem = { code: 'no_answer', details: { error } } as const
      await move(payment.id, 'unknown', 'server', { problem, ...tabWaits(payment) })
      afterwards(payment)
    }),
  onNotRepeated: (payment) =>
    step(payment, async () => {
      await move(payment.id, 'unknown', 'page', { problem: { code: 'request_not_repeated' } })
      await keepOwn(payment)
      afterwards(payment)
    }),
}

/** Closes a payment by the answer to its paid request. */
function settle(payment: Payment, details: AnswerDetails): void {
  const { request, offer } = payment
  const { responseHeaders = [] } = details
  const answer = paidAnswer(details, Date.now())
  const receipt = receiptOf(responseHeaders)
  const { state, ...change } = conclude({
    ...answer,
    method: request.method,
    promised: offer.resource.mimeType,
    receipt,
    serverError: serverError(responseHeaders),
  })
  // The chain may show that a receipt lies which denies the settlement: then this was the content.
  const mayBePaid = state === 'settled' || change.problem?.code === 'settlement_failed'
  const isOpen = mayBePaid && tellsNoLength(request, answer)
  // From now on, or a small document could be there before anybody looks.
  const empty = isOpen ? isDocumentEmpty(request, answer) : Promise.resolve(false)
  if (state === 'settled' && request.kind === 'navigation') followTitle(payment)
  step(payment, async () => {
    const waits = state === 'settled' ? {} : tabWaits(payment)
    await move(payment.id, state, 'server', { ...change, answer, ...waits })
    forgetForm(request.documentId)
    const seen = empty.then(async (isEmpty) => {
      if (isEmpty) await notDelivered(payment, state, { ...answer, length: 0 })
    })
    if (state === 'settled' && payment.approvedBy === 'limits') {
      followUp(payment, seen)
      void showPaid(payment).catch(() => undefined)
    } else afterwards(payment, seen)
  })
}

/** The body of the answer has come, and there is nothing in it. */
function notDelivered(payment: Payment, state: PaymentState, answer: PaidAnswer): Promise<void> {
  return step(payment, async () => {
    // Whether it was paid for at all is open yet.
    if (state !== 'settled') return annotate(payment.id, { answer })
    const problem = { code: 'content_empty' } as const
    await move(payment.id, 'undelivered', 'server', { problem, answer, ...tabWaits(payment) })
    await callAttention(payment.request.tabId, { prompt: false })
  })
}

/** What the tab shows now is no page of ours that waits: the tab itself can be loaded again. */
function tabWaits({ request }: Payment): Partial<Pick<Payment, 'request'>> {
  return request.kind === 'navigation' ? { request: { ...request, errorPage: true } } : {}
}

function step(payment: Payment, task: () => Promise<unknown>): Promise<void> {
  return inOrder(tabSequence(payment.request.tabId), async () => {
    try {
      await task()
    } catch (error) {
      // Another step was faster (the chain may already have closed it): its word stands.
      if (!(error instanceof LifecycleError)) throw error
    }
  })
}

/** The user sees the outcome, and what the chain says follows; neither holds up the tab. */
function afterwards(payment: Payment, seen?: Promise<void>): void {
  followUp(payment, seen)
  void callAttention(payment.request.tabId, { prompt: false }).catch(() => undefined)
}

/** Asks the chain, once the browser has `seen` all that it can see. */
function followUp({ id }: Payment, seen: Promise<void> = Promise.resolve()): void {
  void seen.finally(() => reconcile(id))
}

function receiptOf(headers: HttpHeader[]) {
  const [value] = headerValues(headers, PAYMENT_RESPONSE_HEADERS)
  return value === undefined ? undefined : decodeReceipt(value)
}

/** Why the server says that it still wants payment. */
function serverError(headers: HttpHeader[]): string | undefined {
  const [value] = headerValues(headers, PAYMENT_REQUIRED_HEADERS)
  if (value === undefined) return undefined
  try {
    return decodeOfferHeader(value).error
  } catch {
    return undefined
  }
}

/** The article has its title only once it is there, which may be before its payment is recorded. */
function followTitle(payment: Payment): void {
  const { id, request } = payment
  const onUpdated = (tabId: number, change: { status?: string }, tab: TabFacts) => {
    if (tabId !== request.tabId || change.status !== 'complete') return
    browser.tabs.onUpdated.removeListener(onUpdated)
    const isStillThere = tab.url !== undefined && withoutFragment(tab.url) === request.url
    const title = tab.title?.slice(0, 200)
    if (title && isStillThere) void step(payment, () => annotate(id, { title }))
  }
  browser.tabs.onUpdated.addListener(onUpdated)
}
