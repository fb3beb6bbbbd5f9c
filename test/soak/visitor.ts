import type { Page } from '@playwright/test'
import { formatUsd } from '../../lib/payment/money'
import type { Payment } from '../../lib/payment/payment'
import type { Tuppence } from '../e2e/tuppence'
import { askFor, tidy } from './asking'
import { contentOf, pathOf, priceOf, type Visit } from './plan'
import { recordsOf } from './records'
import { offer } from './server'
import { openWindow } from './windows'

/** A person waits that long for what was paid. Milliseconds. */
const PATIENCE_MS = 12_000
const POLL_MS = 120

/** What came of one visit. */
export interface Outcome {
  visit: Visit
  from: number
  to: number
  /** `unpaid`: the page got its own 402, or an error. */
  end: 'delivered' | 'declined' | 'left' | 'unpaid' | 'no time'
  approvedBy: Payment['approvedBy'] | undefined
  /** State of its last record and why the user was asked, for whoever reads a failure. */
  state: string
}

/** Wants one thing, and does what a person does until it is there or hopeless. */
export async function visitOnce(tuppence: Tuppence, page: Page, visit: Visit): Promise<Outcome> {
  const { world } = tuppence
  offer(world, visit)
  const origin = (site: number) => world.workbench.origin(`s${site}`)
  const from = Date.now()
  let hasAnswered = false
  let hasRetried = false
  let last: Payment | undefined
  const done = (end: Outcome['end']): Outcome => {
    const state = [last?.state, last?.problem?.code, last?.reasons.map(({ code }) => code)].join(
      ' ',
    )
    return { visit, from, to: Date.now(), end, approvedBy: last?.approvedBy, state }
  }

  try {
    const shop = `${origin(visit.site)}/shop`
    const got = await askFor(page, visit, shop, origin(visit.payee) + pathOf(visit))
    while (Date.now() - from < PATIENCE_MS) {
      const answer = await got().catch(() => '')
      const records = await recordsOf(tuppence.console, priceOf(visit), from - 1_000)
      last = records.at(-1)
      if (answer.includes(contentOf(visit))) return done('delivered')
      if (last?.state === 'awaiting' && !hasAnswered) {
        hasAnswered = true
        if (visit.answer === 'leave') return done('left')
        await (visit.answer === 'pay' ? pay(tuppence, last) : decline(tuppence, last))
        if (visit.answer === 'decline') return done('declined')
      } else if (isOpen(last) && visit.retries && !hasRetried) {
        hasRetried = true
        await tuppence.command('retry', { paymentId: last?.id }).catch(() => undefined)
      } else if (/^\d/.test(answer) && !isUnderWay(last)) return done('unpaid')
      await new Promise((next) => setTimeout(next, POLL_MS))
    }
    // In a tab that stays, what is never answered would fill its hundred questions.
    if (last?.state === 'awaiting') await decline(tuppence, last)
    return done('no time')
  } catch (error) {
    // A page that was loaded anew in the middle of a question.
    return { ...done('no time'), state: String(error) }
  } finally {
    await tidy(page, visit)
  }
}

function isOpen(payment: Payment | undefined): boolean {
  return payment?.state === 'unknown' || payment?.state === 'undelivered'
}

function isUnderWay(payment: Payment | undefined): boolean {
  return payment !== undefined && /^(?:awaiting|reserved|signed|sent)$/.test(payment.state)
}

/** In the popup, by its button: the worker may be stopped while it is open. */
async function pay(tuppence: Tuppence, { request, terms }: Payment): Promise<void> {
  const popup = await openWindow(tuppence, `popup.html?tab=${request.tabId}`, 'popup')
  try {
    const name = `Pay ${formatUsd(terms.amount)}`
    await popup.getByRole('button', { name, exact: true }).click({ timeout: 5_000 })
    await popup.getByText(/^Paid /).waitFor({ timeout: 1_000 })
  } catch {
    // Somebody who does not get through looks again.
  } finally {
    await popup.close()
  }
}

async function decline(tuppence: Tuppence, { id }: Payment): Promise<void> {
  await tuppence.command('decline', { paymentId: id }).catch(() => undefined)
}
