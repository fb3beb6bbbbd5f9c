import type { Payment } from '../../lib/payment/payment'
import { endedAt, statusOf } from './status'

/** How long before the popup opened an outcome is still news. */
export const NEWS_MS = 60_000

export type CardKind = 'ask' | 'paying' | 'paid' | 'failed'

export interface Viewing {
  /** Tab that the popup stands over. */
  tabId: number | undefined
  /** The payment that is on the screen; it stays there until it is gone. */
  currentId: string | undefined
  /** Outcomes that the user put away. */
  dismissed: ReadonlySet<string>
  /** Milliseconds since 1970. */
  openedAt: number
}

export interface PopupQueue {
  shown: { payment: Payment; kind: CardKind } | undefined
  /** Payments that wait for the user, in a stable order. */
  waiting: Payment[]
}

/** What the popup shows: the payment on the screen, else what waits, else the latest outcome. */
export function popupQueue(payments: readonly Payment[], viewing: Viewing): PopupQueue {
  const ordered = inOrder(payments, viewing.tabId)
  const waiting = ordered.filter(({ state }) => state === 'awaiting')
  const cards = ordered.flatMap((payment) => {
    const kind = kindOf(payment)
    return kind && isNews(payment, kind, viewing) ? [{ payment, kind }] : []
  })
  const current = cards.find(({ payment }) => payment.id === viewing.currentId)
  return { shown: current ?? firstOf(cards, viewing.tabId), waiting }
}

/** Those of the tab first, then the oldest first: a new payment never moves an older one. */
export function inOrder(payments: readonly Payment[], tabId: number | undefined): Payment[] {
  const rank = (payment: Payment) => (payment.request.tabId === tabId ? 0 : 1)
  return [...payments].sort(
    (a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  )
}

/** The neighbour to show once `id` is gone: the one after it, else the one before. */
export function neighbourOf(waiting: readonly Payment[], id: string): string | undefined {
  const index = waiting.findIndex((payment) => payment.id === id)
  return (waiting[index + 1] ?? waiting[index - 1])?.id
}

/** Which card a payment gets; nothing for what the user need not see. */
export function kindOf(payment: Pick<Payment, 'state' | 'problem'>): CardKind | undefined {
  switch (statusOf(payment.state)) {
    case 'waiting':
      return payment.state === 'awaiting' ? 'ask' : undefined
    case 'paying':
      return 'paying'
    case 'paid':
    case 'confirmed':
      return 'paid'
    case 'checking':
    case 'undelivered':
      return 'failed'
    case 'expired':
    case 'failed':
      return payment.problem ? 'failed' : undefined
    case 'declined':
      return undefined
  }
}

function isNews(payment: Payment, kind: CardKind, viewing: Viewing): boolean {
  if (kind === 'ask' || kind === 'paying') return true
  if (viewing.dismissed.has(payment.id)) return false
  // A page that asks again for what is already signed only touches the record: that is news too.
  const at = kind === 'failed' ? payment.updatedAt : endedAt(payment)
  return at >= viewing.openedAt - NEWS_MS
}

type Card = { payment: Payment; kind: CardKind }

/** The order of urgency; an outcome of another tab is shown only when something went wrong. */
function firstOf(cards: readonly Card[], tabId: number | undefined): Card | undefined {
  const paidHere = (card: Card) => card.kind === 'paid' && card.payment.request.tabId === tabId
  return (
    cards.find(({ kind }) => kind === 'ask') ??
    cards.find(({ kind }) => kind === 'paying') ??
    cards.findLast(({ kind }) => kind === 'failed') ??
    cards.findLast(paidHere)
  )
}
