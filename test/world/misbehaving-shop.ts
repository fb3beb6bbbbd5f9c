import type { World } from './index'
import { type Misbehaviour, withReceipt } from './misbehaviour'
import { authorizationIn, paymentIn } from './payment-header'
import { post } from './post'
import { answer402V2, decodeHeader, paymentRequiredV2, paymentRequirementsV2 } from './terms'
import type { WorkbenchAnswer, WorkbenchRequest } from './workbench'

/** What it sells, for tests to look for. */
export const GOODS = 'The goods, at last'

interface Options {
  /** Its place on the workbench. */
  path: string
  /** What its 402 promises, and the type of its goods. */
  mimeType?: string
  /** Atomic units of test USDC. */
  price?: bigint
}

/** A server of the world's own whose conduct tests choose, and change while it runs. */
export type MisbehavingShop = ReturnType<typeof openShop>

/**
 * Opens a shop on the workbench (x402 v2, official facilitator). It settles each payment once and
 * knows one again that it has settled; what it then answers is up to its conduct.
 */
export function openShop({ workbench, chain, facilitator }: World, options: Options) {
  const { path, mimeType = 'text/html', price = 10_000n } = options
  const url = workbench.origin('shop') + path
  const settlements = new Map<string, Settlement>()
  const shop = {
    url,
    /** What its own 402 asks for now. */
    price,
    /** What it does about a payment that it has taken; absent, nothing is amiss. */
    conduct: undefined as Misbehaviour | undefined,
    /** What it sends in place of its own 402. */
    oldDemand: undefined as WorkbenchAnswer | undefined,
    demand,
    /** Every payment header that came, oldest first. */
    received: () => workbench.log.filter((request) => request.url === path).flatMap(paymentIn),
    /** How many different signatures these were. */
    signatures: () => new Set(shop.received().map((header) => authorizationIn(header).nonce)).size,
  }
  workbench.on('GET', path, answer)
  return shop

  async function answer({ headers }: WorkbenchRequest): Promise<WorkbenchAnswer> {
    const [header] = paymentIn({ headers })
    if (!header) return shop.oldDemand ?? demand()
    const { nonce } = authorizationIn(header)
    const settled = settlements.get(nonce) ?? (await settle(header).catch(() => SILENT))
    if (!settled.success) return demand(settled.errorReason)
    settlements.set(nonce, settled)
    const sold = { headers: { ...OPEN, 'Content-Type': mimeType }, body: bodyOf(mimeType) }
    if (!shop.conduct) return withReceipt(sold, settled)
    return shop.conduct({ settled, goods: sold, demand: shop.oldDemand ?? demand() })
  }

  async function settle(header: string): Promise<Settlement> {
    const paymentPayload = decodeHeader(header)
    const call = { x402Version: 2, paymentPayload, paymentRequirements: terms() }
    const verified = await post(`${facilitator.url}/verify`, call)
    if (verified.isValid) return post(`${facilitator.url}/settle`, call)
    // A facilitator that went silent may have settled all the same: the chain knows.
    const { payer, amount } = authorizationIn(header)
    const transfers = await chain.transfers()
    const found = transfers.find(({ from, value }) => from === payer && value === amount)
    if (!found) return { success: false, errorReason: verified.invalidReason }
    return { success: true, transaction: found.txHash, network: chain.network, payer }
  }

  /** Its own 402. */
  function demand(error = 'Payment required'): WorkbenchAnswer {
    const required = paymentRequiredV2({
      error,
      resource: { url, description: 'Goods', mimeType },
      accepts: [terms()],
    })
    const { headers, ...rest } = answer402V2(required)
    return { ...rest, headers: { ...headers, ...OPEN } }
  }

  function terms() {
    return paymentRequirementsV2({ amount: String(shop.price) })
  }
}

interface Settlement {
  success: boolean
  errorReason?: string
  [field: string]: unknown
}

const SILENT: Settlement = { success: false, errorReason: 'facilitator_silent' }

/** Any page may read the answer, nobody may keep it. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

function bodyOf(mimeType: string): string {
  if (mimeType === 'application/json') return JSON.stringify({ goods: GOODS })
  return `<!doctype html><title>Goods</title><p>${GOODS}`
}
