import { type Anvil, startAnvil } from './anvil'

const canonicalContracts = {
  permit2: '0x000000000022D473030F116dDEE9F6B43aC78BA3',
  multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
} as const

/** Copies Permit2 and Multicall3 from the genesis of `anvil --network tempo`, which ships them. */
export async function placePermit2(anvil: Anvil): Promise<void> {
  const donor = await startAnvil(['--network', 'tempo'])
  try {
    for (const address of Object.values(canonicalContracts)) {
      const runtimeCode = await donor.rpc('eth_getCode', [address, 'latest'])
      await anvil.rpc('anvil_setCode', [address, runtimeCode])
    }
  } finally {
    await donor.stop()
  }
}
