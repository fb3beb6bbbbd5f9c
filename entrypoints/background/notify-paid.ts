import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Payment } from '../../lib/payment/payment'
import { getAttention } from '../../lib/store/attention'
import { formatUsd } from '../../lib/words/money'

/**
 * Tells through the system of a payment that went through by itself, where the user wants to hear of
 * one as large as this and has let the browser show it. Test money is not told of.
 */
export async function notifyPaid({ id, payeeOrigin, terms }: Payment): Promise<void> {
  const { notifyFrom } = await getAttention()
  const price = terms.microUsd ?? 0n
  if (notifyFrom === null || terms.testnet || price < notifyFrom) return
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: i18n.t('popup.paid', [formatUsd(price), new URL(payeeOrigin).host]),
    message: i18n.t('popup.notified'),
  })
}
