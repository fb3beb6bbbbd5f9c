import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Payment } from '../../lib/payment/payment'
import { db } from '../../lib/store/db'
import { countAwaiting } from '../../lib/store/ledger'
import { formatUsd } from '../../lib/words/money'
import { notifyPaid } from './notify-paid'
import { openPopup } from './open-popup'

const ASK_COLOR = '#b45309'
const PAID_COLOR = '#15803d'
const TROUBLE_COLOR = '#b91c1c'

/** How long the price of what went through by itself stands on the icon. */
const FLASH_MS = 3_000
/** More does not fit on the icon. */
const BADGE_LENGTH = 5

/** Shows on the tab's icon what waits there, and opens the popup where the browser allows it. */
export async function callAttention(tabId: number, { prompt }: { prompt: boolean }): Promise<void> {
  await showWaiting(tabId)
  if (prompt) await openPopup(tabId)
}

async function showWaiting(tabId: number, otherwise = ''): Promise<void> {
  const waiting = await countAwaiting(tabId)
  if (waiting > 0) {
    await setBadge(tabId, String(waiting), ASK_COLOR, () => i18n.t('popup.titleWaits', waiting))
  } else if (await db.notices.get(tabId)) {
    await setBadge(tabId, '!', ASK_COLOR, () => i18n.t('popup.titleCannotPay'))
  } else if (otherwise === '') {
    await setBadge(tabId, '', ASK_COLOR, () => i18n.t('app.name'))
  } else {
    await setBadge(tabId, otherwise, PAID_COLOR)
  }
}

/**
 * The price of what went through by itself, for a moment, then a quiet tick. Should the worker stop
 * before that, the price stays until the tab goes on: true as well.
 */
export async function showPaid(payment: Payment): Promise<void> {
  const { request, payeeOrigin, terms } = payment
  const price = formatUsd(terms.microUsd ?? 0n)
  const short = price.replace(/\s/g, '')
  const text = short.length <= BADGE_LENGTH ? short : '✓'
  const payee = new URL(payeeOrigin).host
  await setBadge(request.tabId, text, PAID_COLOR, () => i18n.t('popup.titlePaid', [price, payee]))
  setTimeout(() => void showWaiting(request.tabId, '✓'), FLASH_MS)
  await notifyPaid(payment)
}

/** The wallet itself is out of order: it shows on every tab. */
export function showUnavailable(): Promise<void> {
  return setBadge(-1, '!', TROUBLE_COLOR)
}

async function setBadge(
  tabId: number,
  text: string,
  color: string,
  title?: () => string,
): Promise<void> {
  try {
    // What belongs to no tab shows on all.
    const where = tabId < 0 ? {} : { tabId }
    await browser.action.setBadgeText({ ...where, text })
    await browser.action.setBadgeBackgroundColor({ ...where, color })
    if (title) await browser.action.setTitle({ ...where, title: title() })
  } catch {
    // The tab has gone meanwhile.
  }
}
