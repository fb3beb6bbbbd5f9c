import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { notifyPaid } from '../../../entrypoints/background/notify-paid'
import { setAttention } from '../../../lib/store/attention'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore } from '../store/fresh-store'
import { speak } from '../words/speak'

const create = vi.fn(async () => 'id')
let permitted: boolean

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  create.mockClear()
  permitted = true
  Object.assign(browser, {
    permissions: { contains: async () => permitted },
    notifications: { create },
  })
  Object.assign(browser.runtime, { getURL: (path: string) => `own:${path}` })
  await speak('en')
})
afterEach(() => vi.restoreAllMocks())

const paid = (amount: bigint, testnet = false) =>
  aPayment({ terms: someTerms({ amount, testnet }) })

describe('the notification of a payment', () => {
  it('names what was paid to whom, from the amount that the user set', async () => {
    await setAttention({ openPopup: true, notifyFrom: 100_000n })
    await notifyPaid(paid(99_999n))
    expect(create).not.toHaveBeenCalled()
    await notifyPaid(paid(100_000n))
    expect(create).toHaveBeenCalledExactlyOnceWith('payment-1', {
      type: 'basic',
      iconUrl: 'own:/icon/128.png',
      title: 'Paid $0.10 to news.example',
      message: 'Your limits allowed it.',
    })
  })

  it('is not shown of test money, nor of what has no dollar value below any amount', async () => {
    await setAttention({ openPopup: true, notifyFrom: 1n })
    await notifyPaid(paid(5_000_000n, true))
    await notifyPaid(aPayment({ terms: euroTerms({ amount: 5_000_000n, testnet: false }) }))
    expect(create).not.toHaveBeenCalled()
  })

  it('is not shown where the user wants none, or has taken the permission back', async () => {
    await notifyPaid(paid(5_000_000n))
    await setAttention({ openPopup: true, notifyFrom: 1n })
    permitted = false
    await notifyPaid(paid(5_000_000n))
    expect(create).not.toHaveBeenCalled()
  })
})
