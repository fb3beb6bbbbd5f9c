import type { RpcReport } from '../../lib/messages'
import { networkById } from '../../lib/payment/networks'
import { Problem } from '../../lib/problem'
import { mustBeEndpoint, rpcUrlOf, setRpcUrl } from '../../lib/store/settings'
import { chainReader, mustBeChain } from '../../lib/wallet/chain'

const TIMEOUT_MS = 5_000

/**
 * Sets the server of a network, or goes back to the public one. A silent server is taken: it may
 * be one that the user is about to start.
 * @throws {Problem} `url_invalid`, `network_unsupported`, `rpc_wrong_chain`
 */
export async function setCheckedRpcUrl(
  networkId: string,
  url: string | null,
): Promise<RpcReport | null> {
  const report = url === null ? null : await testRpc(networkId, url)
  await setRpcUrl(networkId, url ?? undefined)
  return report
}

/**
 * Asks a server, by default the one in use, which chain it speaks for and how long that takes.
 * @throws {Problem} `url_invalid`, `network_unsupported`, `rpc_wrong_chain`
 */
export async function testRpc(networkId: string, url: string | null): Promise<RpcReport> {
  if (url !== null) mustBeEndpoint(url)
  const network = networkById(networkId)
  if (!network) throw new Problem('network_unsupported', { networks: networkId })
  const { chainId } = network
  const chain = chainReader(url ?? (await rpcUrlOf(networkId)), TIMEOUT_MS)
  const start = performance.now()
  try {
    await mustBeChain(chain, chainId)
  } catch (error) {
    if (error instanceof Problem) throw error
    return { reachable: false }
  }
  return { reachable: true, chainId, latencyMs: Math.round(performance.now() - start) }
}
