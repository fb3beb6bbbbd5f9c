import {
  encodeFunctionData,
  getAddress,
  numberToHex,
  parseAbi,
  recoverTypedDataAddress,
} from 'viem'
import { z } from 'zod'
import type { Token } from '../payment/networks'
import { Problem } from '../problem'
import { tryRead } from '../protocols/read-as'
import { normalizeSignature } from './signature'
import { type TransferTypedData, typedDataJson } from './typed-data'

/** An account of another wallet in this browser, found by its EIP-6963 name. */
export interface ExternalAccount {
  address: `0x${string}`
  rdns: string
}

/** What became of one request (EIP-1193); the code of an error, where it had one. */
export type ProviderAnswer = { result: unknown } | { error: number | null }

/**
 * The way to another wallet. It leads through a page, so that all that comes back is hostile.
 * @throws {Problem} where there is no way, or no answer in time
 */
export type AskProvider = (
  method: string,
  params: readonly unknown[],
  timeoutMs: number,
) => Promise<ProviderAnswer>

/** For what the wallet answers by itself. */
const QUICK_MS = 15_000
/** For what a person decides. */
const PATIENT_MS = 180_000

const addressText = z.string().regex(/^0x[0-9a-f]{40}$/i)
const addresses = z.array(addressText).max(100)
const chainIdText = z.string().regex(/^0x[0-9a-f]{1,13}$/i)
const hashText = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)])
const signatureText = z.string().max(20_000)

/**
 * Asks for its accounts, with checksum; the first is the one in use.
 * @throws {Problem} as every function here: `external_refused`, `external_failed`, and what the way
 * to the wallet throws
 */
export async function accountsOf(ask: AskProvider): Promise<`0x${string}`[]> {
  const found = await call(ask, addresses, 'eth_requestAccounts', [], PATIENT_MS)
  return found.map((address) => getAddress(address.toLowerCase()))
}

/** @throws {Problem} `external_wrong_account` unless the wallet offers this account */
export async function mustHaveAccount(ask: AskProvider, address: string): Promise<void> {
  const found = await accountsOf(ask)
  if (!found.includes(getAddress(address))) throw new Problem('external_wrong_account')
}

/** Has the wallet switch to a chain. @throws {Problem} `external_wrong_chain` where it does not */
export async function mustBeOnChain(ask: AskProvider, chainId: number): Promise<void> {
  if ((await chainIdOf(ask)) === chainId) return
  const params = [{ chainId: numberToHex(chainId) }]
  await call(ask, z.unknown(), 'wallet_switchEthereumChain', params, PATIENT_MS)
  // Silence is consent in EIP-3326, and a page can say anything.
  if ((await chainIdOf(ask)) !== chainId) throw new Problem('external_wrong_chain')
}

/**
 * Asks for a signature and takes it only if it is the payer's over exactly this: what a page or
 * another wallet makes of the request shows here.
 * @param timeoutMs until the signature would be worthless anyway
 * @throws {Problem} `external_signature_invalid`, `external_contract`
 */
export async function requestSignature(
  ask: AskProvider,
  typedData: TransferTypedData,
  timeoutMs: number,
): Promise<`0x${string}`> {
  const payer = typedData.message.from
  const params = [payer, typedDataJson(typedData)]
  const text = await call(ask, signatureText, 'eth_signTypedData_v4', params, timeoutMs)
  const signature = normalizeSignature(text)
  const signer = await recoverTypedDataAddress({ ...typedData, signature }).catch(() => undefined)
  if (signer !== payer) throw new Problem('external_signature_invalid')
  return signature
}

const TRANSFER = parseAbi(['function transfer(address to, uint256 value) returns (bool)'])

/**
 * Asks the wallet to send tokens of its own.
 * @param amount atomic units
 * @returns the hash of the transaction, as the wallet says
 */
export async function requestTransfer(
  ask: AskProvider,
  token: Pick<Token, 'address'>,
  from: `0x${string}`,
  to: `0x${string}`,
  amount: bigint,
): Promise<`0x${string}`> {
  const data = encodeFunctionData({ abi: TRANSFER, functionName: 'transfer', args: [to, amount] })
  const params = [{ from, to: token.address, value: '0x0', data }]
  return call(ask, hashText, 'eth_sendTransaction', params, PATIENT_MS)
}

async function chainIdOf(ask: AskProvider): Promise<number> {
  return Number(await call(ask, chainIdText, 'eth_chainId', [], QUICK_MS))
}

async function call<T>(
  ask: AskProvider,
  shape: z.ZodType<T>,
  method: string,
  params: readonly unknown[],
  timeoutMs: number,
): Promise<T> {
  const answer = await ask(method, params, timeoutMs)
  if ('error' in answer) throw problemOf(answer.error)
  const parsed = tryRead(shape, answer.result)
  if (!parsed?.success) throw new Problem('external_failed')
  return parsed.data
}

/** Codes of EIP-1193 and EIP-3085. The text beside them is anybody's and goes nowhere. */
function problemOf(code: number | null): Problem {
  switch (code) {
    case 4001:
      return new Problem('external_refused')
    case 4100:
      return new Problem('external_wrong_account')
    case 4901:
    case 4902:
      return new Problem('external_wrong_chain')
    default:
      return new Problem('external_failed', code === null ? {} : { code: String(code) })
  }
}
