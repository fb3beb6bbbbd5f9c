import { toFacilitatorEvmSigner } from '@x402/evm'
import { facilitatorAddress } from './accounts'
import type { LocalChain } from './chain'

/** The facilitator's view of the chain; it sends from anvil's unlocked account. */
export function facilitatorSigner({ client, chain }: LocalChain) {
  const account = facilitatorAddress
  const inTurn = queue()
  return toFacilitatorEvmSigner({
    address: account,
    readContract: (args) => client.readContract({ ...args, args: args.args ?? [] }),
    verifyTypedData: (args) => client.verifyTypedData(args as never),
    // Two transactions handed in at once would get the same nonce from anvil.
    writeContract: (args) => inTurn(() => client.writeContract({ ...args, account, chain })),
    sendTransaction: (args) => inTurn(() => client.sendTransaction({ ...args, account, chain })),
    waitForTransactionReceipt: (args) => client.waitForTransactionReceipt(args),
    getCode: (args) => client.getCode(args),
  })
}

/** Runs tasks one after the other, whether they fail or not. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task, task)
    last = result
    return result
  }
}
