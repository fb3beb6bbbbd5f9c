import { ExactEvmScheme } from '@x402/evm'
import { wrapFetchWithPaymentFromConfig } from '@x402/fetch'
import { privateKeyToAccount } from 'viem/accounts'

/** In the page: what a site ships that holds its user's key itself. */
Object.assign(window, {
  openSdk(key: `0x${string}`) {
    const client = new ExactEvmScheme(privateKeyToAccount(key))
    const paying = wrapFetchWithPaymentFromConfig(fetch, {
      schemes: [{ network: 'eip155:*', client }],
    })
    Object.assign(window, { paying })
  },
})
