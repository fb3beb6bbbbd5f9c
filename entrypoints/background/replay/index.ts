import { browser } from 'wxt/browser'
import type { FormFields } from '../../../lib/page-channel'
import type { Payment } from '../../../lib/payment/payment'
import type { PaidRequest } from '../../../lib/payment/request'
import { Problem } from '../../../lib/problem'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import { submitForm } from '../../../lib/relay/submit-form'
import { formOf } from '../forms'
import { withoutFragment } from '../urls'
import { loadAgain, run, tell } from './document'
import { addRules, canAddRules, removeRules, sweepRules } from './rules'
import { type AnswerDetails, isUnderWay, listenSoon, sweepWatch, unwatch, watch } from './watch'

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
  if (request.kind === 'unheld') return isDocumentThere(request)
  const { ticket } = request
  return (await tell(request, { to: 'ping', ...(ticket && { ticket }) })) === true
}

/**
 * A page repeats its request when told so, and is told once the payment is there. Only the
 * browser has to be ready for it: it takes a rule, and listens.
 * @throws {Problem} `address_unsupported` when the browser takes no rule for it
 */
export async function standBy({ request }: Payment): Promise<boolean> {
  const url = addressOf(request, newFragment())
  const isPayable = await canAddRules(request, url)
  if (!isPayable) throw new Problem('address_unsupported')
  listenSoon(url)
  return true
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
  if (isUnderWay(payment.id)) return
  const form = request.kind === 'form' ? formOf(request.documentId) : undefined
  const fragment = newFragment()
  const url = addressOf(request, fragment)
  const adding = addRules(request, url, header)
  let isOver = false
  const disarm = () => {
    isOver = true
    clearTimeout(timer)
    // What cannot be taken away now is so before anything else is signed, see `canAddRules`.
    adding.then(removeRules).catch(() => undefined)
  }
  const giveUp = () => {
    if (isOver) return
    disarm()
    unwatch(payment.id)
    events.onNotRepeated(payment)
  }
  const timer = setTimeout(giveUp, patienceMs(payment, form))
  // The page may ask again by itself as soon as the rules are there, which is before we know it.
  watch({
    payment,
    url,
    header,
    onSent() {
      disarm()
      events.onSent(payment)
    },
    onTaken: giveUp,
    onAnswered: (details) => events.onAnswered(payment, details),
    onFailed: (error) => events.onFailed(payment, error),
  })
  try {
    await adding
  } catch (error) {
    disarm()
    unwatch(payment.id)
    throw error
  }
  if (isOver || needsAnotherTry(request, form)) return
  if (request.errorPage) await browser.tabs.reload(request.tabId)
  else if ((await haveRepeated(request, fragment, form)) === undefined) giveUp()
}

/** Has the request made again as it was: what was bought before may open without a payment. */
export async function repeatUnpaid({ request }: Payment): Promise<void> {
  if (request.errorPage) return browser.tabs.reload(request.tabId)
  await haveRepeated(request, newFragment(), formOf(request.documentId))
}

/** Gives a held request its own 402 back. */
export async function keepOwn({ request }: Payment): Promise<void> {
  const { ticket } = request
  if (ticket) await tell(request, { to: 'held', ticket, verdict: { verdict: 'keep' } })
}

/** Clean slate on every start of the worker. */
export async function resetReplay(): Promise<void> {
  // What cannot be swept here costs starts of the worker, no money.
  await Promise.all([sweepRules(), sweepWatch().catch(() => undefined)])
}

function newFragment(): string {
  return `tuppence-${crypto.randomUUID()}`
}

/** What is held in the page is repeated under a fragment that nobody else knows. */
function addressOf(request: PaidRequest, fragment: string): string {
  return isHeld(request) ? `${request.url}#${fragment}` : request.url
}

function isHeld({ kind }: PaidRequest): boolean {
  return kind === 'fetch' || kind === 'xhr'
}

/** Whether only the page or the user can make the request again, in their own time. */
function needsAnotherTry({ kind }: PaidRequest, form: FormFields | undefined): boolean {
  return kind === 'unheld' || (kind === 'form' && !form)
}

function patienceMs({ request, authorization }: Payment, form: FormFields | undefined): number {
  if (!needsAnotherTry(request, form) || !authorization) return LEAVE_TIMEOUT_MS
  return Math.max(0, authorization.validBefore * 1000 - Date.now())
}

/** Has the page make the request again; nothing where it cannot be told. */
function haveRepeated(
  request: PaidRequest,
  fragment: string,
  form: FormFields | undefined,
): Promise<unknown> {
  const { kind, url, ticket } = request
  if (ticket) return tell(request, { to: 'held', ticket, verdict: { verdict: 'repeat', fragment } })
  if (form) return run(request, submitForm, [url, form])
  if (kind === 'element' || kind === 'download') return loadAgain(request)
  return tell(request, { to: 'document' })
}

/** A worker without a tab cannot be asked; its next attempt is paid, or none is. */
async function isDocumentThere({ documentId }: PaidRequest): Promise<boolean> {
  if (!documentId) return true
  const frame = await browser.webNavigation.getFrame({ documentId }).catch(() => null)
  return frame !== null
}

async function showsErrorPage({ tabId, url }: PaidRequest): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  return tab?.url !== undefined && withoutFragment(tab.url) === url
}
