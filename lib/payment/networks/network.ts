/** A chain that this wallet knows. */
export interface Network {
  /** CAIP-2, for example `eip155:8453`. */
  id: string
  chainId: number
  /** The short name that x402 v1 uses, where it has one. */
  v1Name?: string
  name: string
  /** Test money: counted apart from dollars that are worth something. */
  testnet: boolean
  explorer: string
  /** Public endpoint; the user may set another. */
  rpcUrl: string
}

/** One line of the tables beside this file. */
export interface NetworkLine {
  chainId: number
  v1?: string
  name: string
  explorer: string
  rpc: string
}

export function toNetwork({ chainId, v1, name, explorer, rpc }: NetworkLine, testnet: boolean) {
  const network: Network = {
    id: `eip155:${chainId}`,
    chainId,
    name,
    testnet,
    explorer,
    rpcUrl: rpc,
  }
  return v1 ? { ...network, v1Name: v1 } : network
}
