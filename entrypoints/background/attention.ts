import { i18n } from '#i18n'
import type { Payment } from '../../lib/payment/payment'
import { formatUsd } from '../../lib/words/money'
import { drawIcon } from './icon'
import { notifyPaid } from './notify-paid'
import { openPopup } from './open-popup'

/** How long the price of what went through by itself stands on the icon. */
const FLASH_MS = 3_000
/** More does not fit on the icon. */
const BADGE_LENGTH = 5

const flashes = new Map<number, ReturnType<typeof setTimeout>>()

/** Shows on the tab's icon what waits there, and opens the popup where the browser allows it. */
export async function callAttention(tabId: number, { prompt }: { prompt: boolean }): Promise<void> {
  endFlash(tabId)
  await drawIcon(tabId)
  if (prompt) await openPopup(tabId)
}

/**
 * The price of what went through by itself, for a moment, then a quiet tick. Should the worker stop
 * before that, the price stays until the tab goes on: true as well.
 */
export async function showPaid(payment: Payment): Promise<void> {
  const { request, payeeOrigin, terms } = payment
  const { tabId } = request
  const price = formatUsd(terms.microUsd ?? 0n)
  const short = price.replace(/\s/g, '')
  const text = short.length <= BADGE_LENGTH ? short : '✓'
  const payee = new URL(payeeOrigin).host
  endFlash(tabId)
  const tick = () => {
    flashes.delete(tabId)
    void drawIcon(tabId, { text: '✓' })
  }
  flashes.set(tabId, setTimeout(tick, FLASH_MS))
  await drawIcon(tabId, { text, title: () => i18n.t('popup.titlePaid', [price, payee]) })
  await notifyPaid(payment)
}

function endFlash(tabId: number): void {
  clearTimeout(flashes.get(tabId))
  flashes.delete(tabId)
}
