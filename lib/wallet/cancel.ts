import { type Client, type Hex, parseAbi, parseSignature, RpcError, RpcRequestError } from 'viem'
import { privateKeyToAccount, signTypedData } from 'viem/accounts'
import { estimateGas, getBalance, getTransactionCount, sendRawTransaction } from 'viem/actions'
import { encodeFunctionData, keccak256 } from 'viem/utils'
import type { Network, Token } from '../payment/networks'
import type { Authorization } from '../payment/payment'
import { Problem } from '../problem'
import { highestPrice, readFees } from './fees'

/** EIP-3009. */
const CANCEL_AUTHORIZATION = {
  CancelAuthorization: [
    { name: 'authorizer', type: 'address' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const
const ABI = parseAbi(['function cancelAuthorization(address, bytes32, uint8, bytes32, bytes32)'])

interface Means {
  privateKey: Hex
  /** Called with the hash of the transaction before it leaves. */
  beforeSending(transaction: Hex): Promise<void>
  /** Called when it turns out that it has not left. */
  whenRefused?(): Promise<void>
}

/**
 * Sends `cancelAuthorization` of EIP-3009 from the payer's own account. Gives the hash, also when
 * nobody says whether it has left: the chain will tell.
 * @throws {Problem} `no_gas` when the account cannot pay for it, `chain_unreachable` when the server
 * does not take it
 */
export async function cancelOnChain(
  chain: Client,
  { chainId, name }: Pick<Network, 'chainId' | 'name'>,
  token: Pick<Token, 'address' | 'eip712'>,
  { nonce, validBefore }: Pick<Authorization, 'nonce' | 'validBefore'>,
  { privateKey, beforeSending, whenRefused }: Means,
): Promise<Hex> {
  const account = privateKeyToAccount(privateKey)
  const signature = await signTypedData({
    privateKey,
    domain: { ...token.eip712, chainId, verifyingContract: token.address },
    types: CANCEL_AUTHORIZATION,
    primaryType: 'CancelAuthorization',
    message: { authorizer: account.address, nonce },
  })
  const { r, s, yParity } = parseSignature(signature)
  const data = encodeFunctionData({
    abi: ABI,
    args: [account.address, nonce, 27 + yParity, r, s],
  })
  const noGas = () =>
    new Problem('no_gas', {
      network: name,
      ends: new Date(validBefore * 1000).toISOString(),
    })
  const balance = await getBalance(chain, { address: account.address })
  if (balance === 0n) throw noGas()
  const call = { to: token.address, data }
  const [gas, fees, txNonce] = await Promise.all([
    estimateGas(chain, { account: account.address, ...call }),
    readFees(chain),
    getTransactionCount(chain, { address: account.address, blockTag: 'pending' }),
  ])
  const limit = gas + gas / 5n
  if (balance < limit * highestPrice(fees)) throw noGas()
  const serializedTransaction = await account.signTransaction({
    ...fees,
    chainId,
    nonce: txNonce,
    gas: limit,
    ...call,
  })
  const hash = keccak256(serializedTransaction)
  await beforeSending(hash)
  try {
    await sendRawTransaction(chain, { serializedTransaction })
  } catch (error) {
    if (!isRefusal(error)) return hash
    await whenRefused?.()
    throw /insufficient funds/i.test(error.message) ? noGas() : new Problem('chain_unreachable')
  }
  return hash
}

/** The server has answered, and not that it has the transaction already. */
function isRefusal(error: unknown): error is Error {
  const answered = error instanceof RpcError || error instanceof RpcRequestError
  return answered && !/already known|already imported/i.test(error.message)
}
