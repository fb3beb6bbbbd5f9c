import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { db } from '../../lib/store/db'
import { countAwaiting } from '../../lib/store/ledger'

const ASK_COLOR = '#b45309'
const PAID_COLOR = '#15803d'
const TROUBLE_COLOR = '#b91c1c'

/** What went through by itself: its price for a moment, then a quiet tick. */
export interface Paid {
  text: string
  /** While the price is shown, it goes before all else. */
  title?: () => string
}

interface Drawing {
  again: boolean
  done: Promise<void>
}

const drawings = new Map<number, Drawing>()
const paid = new Map<number, Paid>()

/**
 * Draws what a tab's icon has to say now. One drawing at a time, and one more for all that came
 * meanwhile: of a hundred changes in a second nobody sees more than the last.
 */
export function drawIcon(tabId: number, flash?: Paid): Promise<void> {
  if (flash) paid.set(tabId, flash)
  else paid.delete(tabId)
  const running = drawings.get(tabId)
  if (running) {
    running.again = true
    return running.done
  }
  const drawing: Drawing = { again: false, done: Promise.resolve() }
  drawings.set(tabId, drawing)
  drawing.done = drawWhileWanted(tabId, drawing)
  return drawing.done
}

/** The wallet itself is out of order: it shows on every tab. */
export function drawTrouble(): Promise<void> {
  return setBadge(-1, '!', TROUBLE_COLOR)
}

async function drawWhileWanted(tabId: number, drawing: Drawing): Promise<void> {
  try {
    do {
      drawing.again = false
      await draw(tabId)
    } while (drawing.again)
  } finally {
    drawings.delete(tabId)
  }
}

async function draw(tabId: number): Promise<void> {
  const flash = paid.get(tabId)
  if (flash?.title) return setBadge(tabId, flash.text, PAID_COLOR, flash.title)
  const waiting = await countAwaiting(tabId)
  if (waiting > 0) {
    return setBadge(tabId, String(waiting), ASK_COLOR, () => i18n.t('popup.titleWaits', waiting))
  }
  if (await db.notices.get(tabId)) {
    return setBadge(tabId, '!', ASK_COLOR, () => i18n.t('popup.titleCannotPay'))
  }
  if (flash) return setBadge(tabId, flash.text, PAID_COLOR)
  return setBadge(tabId, '', ASK_COLOR, () => i18n.t('app.name'))
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
