import type { Payment } from '../../../lib/payment/payment'
import type { ChosenTerms } from '../../../lib/payment/terms'
import type { Offer, PaymentRequirements } from '../../../lib/protocols/offer'
import { payees } from '../../world/accounts'
import { usdcAddress, usdcDomain } from '../../world/test-usdc'

/** One entry as a protocol adapter makes it: $0.01 in test USDC on Base Sepolia. */
export function anEntry(change: Partial<PaymentRequirements> = {}): PaymentRequirements {
  return {
    scheme: 'exact',
    network: 'eip155:84532',
    amount: 10_000n,
    asset: usdcAddress,
    payTo: payees.workbench,
    maxTimeoutSeconds: 60,
    extra: { ...usdcDomain },
    raw: '{}',
    ...change,
  }
}

export function anOffer(...accepts: PaymentRequirements[]): Offer {
  return {
    protocol: 'x402',
    version: 2,
    resource: { url: 'https://news.example/article' },
    accepts,
    unreadable: 0,
  }
}

/** Terms as chosen; the value follows the amount, as USDC is worth a dollar. */
export function someTerms(change: Partial<ChosenTerms> = {}): ChosenTerms {
  const amount = change.amount ?? 10_000n
  return {
    ...anEntry({ amount }),
    networkId: 'eip155:84532',
    symbol: 'USDC',
    decimals: 6,
    currency: 'USD',
    microUsd: amount,
    testnet: true,
    ...change,
  }
}

/** The same in euros: they have no value in dollars. */
export function euroTerms(change: Partial<ChosenTerms> = {}): ChosenTerms {
  const { microUsd: _none, ...terms } = someTerms(change)
  const asset = '0x808456652fdb597867f38412077A9182bf77359F'
  return { ...terms, asset, symbol: 'EURC', currency: 'EUR' }
}

/** A payment as first recorded: offered, nothing decided. */
export function aPayment(change: Partial<Payment> = {}): Payment {
  const at = change.createdAt ?? 1_750_000_000_000
  const state = change.state ?? 'offered'
  return {
    id: 'payment-1',
    state,
    createdAt: at,
    updatedAt: at,
    site: 'https://news.example',
    payeeOrigin: 'https://news.example',
    request: {
      kind: 'navigation',
      url: 'https://news.example/article',
      method: 'GET',
      tabId: 1,
      frameId: 0,
      documentId: 'document-1',
    },
    offer: { protocol: 'x402', version: 2, resource: { url: 'https://news.example/article' } },
    terms: someTerms(),
    purchase: change.id ?? 'purchase-1',
    // A purchase of its own is a thing of its own, unless the test says otherwise.
    thing: change.purchase ?? change.id ?? 'purchase-1',
    reasons: [],
    trail: [{ state, at }],
    ...change,
  }
}
