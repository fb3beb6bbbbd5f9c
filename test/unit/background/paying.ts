import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isWaiting, repeat, standBy } from '../../../entrypoints/background/platform'
import { setLimits } from '../../../lib/store/settings'
import { type AccountKey, accountOf, newPhrase } from '../../../lib/wallet/account'
import { encodeHeader, paymentRequiredV2, paymentRequirementsV2 } from '../../world/terms'
import { freshStore } from '../store/fresh-store'
import { unlockAs } from '../store/unlocked'

/** A new wallet that pays by itself, for pages that wait: the test mocks the platform. */
export async function payingWallet(): Promise<AccountKey> {
  await freshStore()
  fakeBrowser.reset()
  const own = accountOf({ kind: 'phrase', phrase: newPhrase() })
  await unlockAs(own)
  vi.mocked(isWaiting).mockReset().mockResolvedValue(true)
  vi.mocked(standBy).mockReset().mockResolvedValue(true)
  vi.mocked(repeat).mockReset().mockResolvedValue()
  await setLimits({ autoApprove: true, perPayment: 1_000_000n, perDay: 10_000_000n })
  return own
}

/** The headers of a 402 that asks for so much, atomic units. */
export function termsIn(url: string, amount = '10000') {
  const accepts = [paymentRequirementsV2({ amount, maxTimeoutSeconds: 60 })]
  const terms = paymentRequiredV2({ resource: { url }, accepts })
  return [{ name: 'PAYMENT-REQUIRED', value: encodeHeader(terms) }]
}
