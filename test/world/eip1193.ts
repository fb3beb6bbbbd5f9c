import {
  type Address,
  createWalletClient,
  type Hex,
  http,
  type TypedDataDefinition,
  toHex,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { LocalChain } from './chain'

/** How the wallet behaves; what is not named here it does as it should. */
export type WalletMode =
  | 'approve'
  /** The person says no to everything. */
  | 'reject'
  /** The person says no to signatures only. */
  | 'reject-signature'
  /** Offers another account than its own. */
  | 'wrong-account'
  /** Signs with another key than that of its account. */
  | 'wrong-key'
  /** Answers with something that is no signature. */
  | 'garbage'
  /** Never answers what a person has to decide. */
  | 'silent'
  /** Never answers a request for a signature. */
  | 'silent-signature'
  /** Is on another chain and does not know the wanted one. */
  | 'wrong-chain'
  /** Says that it has switched the chain, and has not. */
  | 'stays-on-chain'

/** Another wallet than ours: EIP-1193 over a key of its own and the local chain. */
export class ExternalWallet {
  /** EIP-6963. */
  readonly info: { uuid: string; rdns: string; name: string; icon: string }
  readonly account = privateKeyToAccount(generatePrivateKey())
  readonly stranger = privateKeyToAccount(generatePrivateKey())
  mode: WalletMode = 'approve'
  /** What was asked, oldest first. */
  readonly asked: { method: string; params: readonly unknown[] }[] = []
  private readonly chain: LocalChain
  private chainId: number

  constructor(chain: LocalChain, name = 'Other Wallet', rdns = 'example.other-wallet') {
    this.chain = chain
    this.chainId = chain.chainId
    const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    this.info = { uuid: crypto.randomUUID(), rdns, name, icon }
  }

  get address(): Address {
    return this.account.address
  }

  /** The chain that it is on before anybody asks for another. */
  startOn(chainId: number): void {
    this.chainId = chainId
  }

  /** Gas money, in wei of the local chain. */
  async giveGas(): Promise<void> {
    await this.chain.client.setBalance({ address: this.address, value: 10n ** 18n })
  }

  /** One EIP-1193 request; an error comes as its code. */
  async handle(
    method: string,
    params: readonly unknown[] = [],
  ): Promise<{ result: unknown } | { error: number }> {
    this.asked.push({ method, params })
    if (this.mode === 'reject' && method !== 'eth_chainId') return { error: 4001 }
    if (this.mode === 'silent' && method !== 'eth_chainId') return new Promise(() => {})
    switch (method) {
      case 'eth_requestAccounts':
        return { result: [this.mode === 'wrong-account' ? this.stranger.address : this.address] }
      case 'eth_chainId':
        return { result: toHex(this.chainId) }
      case 'wallet_switchEthereumChain':
        return this.switchChain(params[0] as { chainId: Hex })
      case 'eth_signTypedData_v4':
        return this.sign(params as [string, string])
      case 'eth_sendTransaction':
        return { result: await this.send(params[0] as { to: Address; data: Hex }) }
      default:
        return { error: 4200 }
    }
  }

  private switchChain({ chainId }: { chainId: Hex }): { result: null } | { error: number } {
    if (this.mode === 'wrong-chain') return { error: 4902 }
    if (this.mode !== 'stays-on-chain') this.chainId = Number(chainId)
    return { result: null }
  }

  private async sign([from, json]: [string, string]): Promise<{ result: Hex } | { error: number }> {
    if (this.mode === 'silent-signature') return new Promise(() => {})
    if (this.mode === 'reject-signature') return { error: 4001 }
    if (this.mode === 'garbage') return { result: `0x${'ab'.repeat(65)}` }
    const typedData = JSON.parse(json) as TypedDataDefinition
    // As the well-known wallets do.
    if (from.toLowerCase() !== this.address.toLowerCase()) return { error: 4100 }
    if (Number(typedData.domain?.chainId) !== this.chainId) return { error: -32603 }
    const signer = this.mode === 'wrong-key' ? this.stranger : this.account
    return { result: await signer.signTypedData(typedData) }
  }

  private send({ to, data }: { to: Address; data: Hex }): Promise<Hex> {
    const transport = http(this.chain.rpcUrl)
    const client = createWalletClient({ account: this.account, chain: this.chain.chain, transport })
    return client.sendTransaction({ to, data })
  }
}
