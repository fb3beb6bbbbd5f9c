import {
  type Address,
  createTestClient,
  erc20Abi,
  type Hash,
  http,
  parseAbi,
  publicActions,
  type Chain as ViemChain,
  walletActions,
} from 'viem'
import { baseSepolia } from 'viem/chains'
import { minterAddress } from './accounts'
import { startAnvil } from './anvil'
import { placePermit2 } from './permit2'
import { placeTestUsdc, type TestToken, usdcAddress, usdcDomain } from './test-usdc'

/** One USDC transfer seen on chain; `value` in atomic units (6 decimals). */
export interface Transfer {
  from: Address
  to: Address
  value: bigint
  txHash: Hash
}

export interface ChainOptions {
  /** Fixed port of the JSON-RPC endpoint; 0 or absent means any free one. */
  port?: number
  /** Seconds between blocks, as on a real chain; absent means a block for each transaction. */
  blockTime?: number
  /** Also place Permit2 and Multicall3 at their canonical addresses. */
  withPermit2?: boolean
  /** The chain to pose as; Base Sepolia by default. */
  chainId?: number
  /** Its name in x402 v1. */
  v1Network?: string
  /** The token to place; USDC of Base Sepolia by default. */
  token?: TestToken
}

/** Anvil posing as Base Sepolia or another chain, with test USDC at the real token's address. */
export type LocalChain = Awaited<ReturnType<typeof startChain>>

const mintAbi = parseAbi(['function mint(address to, uint256 value)'])

export async function startChain(options: ChainOptions = {}) {
  const { chainId = baseSepolia.id, v1Network = 'base-sepolia' } = options
  const { token: placed = { address: usdcAddress, ...usdcDomain } } = options
  const args = ['--chain-id', String(chainId), '--block-time', String(options.blockTime ?? 1)]
  // A block for each transaction, and one each second: else the clock of the chain stands still,
  // and what is valid from now on is not yet valid in an `eth_call`.
  if (!options.blockTime) args.push('--mixed-mining')
  const anvil = await startAnvil(args, options.port)
  await placeTestUsdc(anvil, placed)
  if (options.withPermit2) await placePermit2(anvil)

  const chain: ViemChain = {
    ...baseSepolia,
    id: chainId,
    rpcUrls: { default: { http: [anvil.rpcUrl] } },
  }
  // Reads, writes from the unlocked accounts of anvil, and drives the clock.
  const client = createTestClient({
    mode: 'anvil',
    chain,
    transport: http(anvil.rpcUrl),
    pollingInterval: 20,
  })
    .extend(publicActions)
    .extend(walletActions)
  const token = { address: placed.address, abi: erc20Abi } as const

  return {
    rpcUrl: anvil.rpcUrl,
    chainId,
    /** CAIP-2. */
    network: `eip155:${chainId}` as const,
    v1Network,
    usdc: placed.address,
    chain,
    client,

    /** Gives `to` test USDC; `amount` in atomic units. */
    async mint(to: Address, amount: bigint): Promise<void> {
      const hash = await client.writeContract({
        account: minterAddress,
        address: placed.address,
        abi: mintAbi,
        functionName: 'mint',
        args: [to, amount],
      })
      if (options.blockTime) await client.mine({ blocks: 1 })
      await client.waitForTransactionReceipt({ hash })
    },

    /** USDC in atomic units. */
    balanceOf(account: Address): Promise<bigint> {
      return client.readContract({ ...token, functionName: 'balanceOf', args: [account] })
    },

    /** Every USDC transfer so far, oldest first; mints are left out. */
    async transfers(): Promise<Transfer[]> {
      const logs = await client.getContractEvents({
        ...token,
        eventName: 'Transfer',
        fromBlock: 0n,
        strict: true,
      })
      return logs
        .filter((log) => BigInt(log.args.from) !== 0n)
        .map((log) => ({ ...log.args, txHash: log.transactionHash }))
    },

    stop: anvil.stop,
  }
}
