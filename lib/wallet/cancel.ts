import { type Client, type Hex, parseAbi, parseSignature } from 'viem'
import { privateKeyToAccount, signTypedData } from 'viem/accounts'
import {
  estimateGas,
  getBalance,
  getGasPrice,
  getTransactionCount,
  sendRawTransaction,
} from 'viem/actions'
import { encodeFunctionData, keccak256 } from 'viem/utils'
import type { Network, Token } from '../payment/networks'
import type { Authorization } from '../payment/payment'
import { Problem } from '../problem'

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
}

/**
 * Sends `cancelAuthorization` of EIP-3009 from the payer's own account. A legacy transaction, which
 * every chain takes. Gives its hash.
 * @throws {Problem} `no_gas` when the account cannot pay for it
 */
export async function cancelOnChain(
  chain: Client,
  { chainId, name }: Pick<Network, 'chainId' | 'name'>,
  token: Pick<Token, 'address' | 'eip712'>,
  { nonce, validBefore }: Pick<Authorization, 'nonce' | 'validBefore'>,
  { privateKey, beforeSending }: Means,
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
  const [gas, price, txNonce] = await Promise.all([
    estimateGas(chain, { account: account.address, ...call }),
    getGasPrice(chain),
    getTransactionCount(chain, { address: account.address, blockTag: 'pending' }),
  ])
  // Room for a block or two in which gas becomes dearer.
  const gasPrice = price + price / 4n
  const limit = gas + gas / 5n
  if (balance < limit * gasPrice) throw noGas()
  const serializedTransaction = await account.signTransaction({
    type: 'legacy',
    chainId,
    nonce: txNonce,
    gas: limit,
    gasPrice,
    ...call,
  })
  await beforeSending(keccak256(serializedTransaction))
  return sendRawTransaction(chain, { serializedTransaction })
}
