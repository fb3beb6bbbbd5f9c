import { readFileSync } from 'node:fs'
import { type Address, concatHex, encodeAbiParameters, type Hex } from 'viem'
import type { Anvil } from './anvil'

/** Circle's USDC on Base Sepolia. */
export const usdcAddress: Address = '0x036CbD53842c5426634e7929541eC2318f3dCF7e'

/** EIP-712 domain fields that servers repeat in `extra`. */
export const usdcDomain = { name: 'USDC', version: '2' } as const

/** Where a test token stands, and the EIP-712 domain that it checks signatures by. */
export interface TestToken {
  address: Address
  /** At most 31 bytes. */
  name: string
  version: string
}

/**
 * Puts the test token where the real one lives, so that the wallet runs on its own registry.
 * `eth_call` without `to` runs the init code and returns the runtime code.
 */
export async function placeTestUsdc(anvil: Anvil, token: TestToken): Promise<void> {
  const artifact = new URL('./contracts/TestUSDC.artifacts.json', import.meta.url)
  const { bytecode } = JSON.parse(readFileSync(artifact, 'utf8')) as { bytecode: Hex }
  const domain = encodeAbiParameters(
    [{ type: 'string' }, { type: 'string' }],
    [token.name, token.version],
  )
  const data = concatHex([bytecode, domain])
  const runtimeCode = await anvil.rpc('eth_call', [{ data }, 'latest'])
  await anvil.rpc('anvil_setCode', [token.address, runtimeCode])
}
