import { getRequestListener } from '@hono/node-server'
import { evm, Mppx } from 'mppx/server'
import { payees } from '../accounts'
import { type LocalServer, listen } from '../listen'
import { usdcAddress, usdcDomain } from '../test-usdc'
import { goods } from './routes'

/** mppx, whose 402 carries a `WWW-Authenticate: Payment` challenge and x402 v2 terms at once. */
export function startMppx(facilitatorUrl: string): Promise<LocalServer> {
  const charge = evm.charge({
    currency: usdcAddress,
    chainId: 84532,
    decimals: 6,
    authorization: usdcDomain,
    recipient: payees.workbench,
    x402: { facilitator: facilitatorUrl },
  })
  const mppx = Mppx.create({
    methods: [charge],
    secretKey: 'a key for tests only, as long as it asks for',
    realm: 'mppx.localhost',
  })
  return listen(
    getRequestListener(async (request) => {
      const { pathname } = new URL(request.url)
      const sold = Object.values(goods).find(({ path }) => path === pathname)
      if (!sold) return html('<!doctype html><title>Shop</title>')
      const outcome = await mppx.charge({ amount: sold.price.slice(1) })(request)
      return outcome.status === 402 ? outcome.challenge : outcome.withReceipt(html(sold.says))
    }),
  )
}

function html(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'text/html' } })
}
