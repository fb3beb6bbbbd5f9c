import type { Payment } from '../../../lib/payment/payment'

/** What payments can be filtered by: what there is among them. */
export interface Facets {
  /** Origins of sites and of who was paid. */
  sites: readonly string[]
  /** CAIP-2. */
  networks: readonly string[]
  /** Addresses that paid. */
  payers: readonly string[]
}

export const NO_FACETS: Facets = { sites: [], networks: [], payers: [] }

/** Gathers facets over many pieces of the history. */
export class FacetGatherer {
  private readonly sites = new Set<string>()
  private readonly networks = new Set<string>()
  private readonly payers = new Set<string>()

  add(payments: readonly Payment[]): void {
    for (const { site, payeeOrigin, terms, authorization } of payments) {
      this.sites.add(site).add(payeeOrigin)
      this.networks.add(terms.networkId)
      if (authorization) this.payers.add(authorization.payer)
    }
  }

  get facets(): Facets {
    return {
      sites: [...this.sites].sort(),
      networks: [...this.networks].sort(),
      payers: [...this.payers].sort(),
    }
  }
}
