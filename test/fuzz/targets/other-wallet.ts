import fc from 'fast-check'
import { getAddress } from 'viem'
import { expect } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { connectExternal, discoverExternal } from '../../../entrypoints/background/external'
import { walletIn } from '../../../entrypoints/background/external-page'
import type { ExternalWallet } from '../../../lib/messages'
import { networkById, tokenAt } from '../../../lib/payment/networks'
import { mustBeOnChain, requestSignature, requestTransfer } from '../../../lib/wallet/external'
import { normalizeSignature } from '../../../lib/wallet/signature'
import { typedDataOf } from '../../../lib/wallet/typed-data'
import { someTerms } from '../../unit/payment/samples'
import { reader } from '../../world/accounts'
import { runnable } from '../fuzz'
import { mutatedJson, mutatedText } from '../mutations'
import type { Target } from '../target'

/** What the scripts that run in the page bring back, one after the other; the last one stays. */
let answers: string[] = []

/** The parts of the browser that lead into a page, and what every browser has that Node 20 has not. */
export function installPage(): void {
  Promise.withResolvers ??= withResolvers
  const frame = { url: 'https://news.example/', documentId: 'document-1', errorOccurred: false }
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async () => [{ result: answers.length > 1 ? answers.shift() : answers[0] }],
    },
    webNavigation: { getFrame: async () => frame },
  })
  Object.assign(fakeBrowser.tabs, { get: async () => ({ id: 1 }) })
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  const parts = {} as PromiseWithResolvers<T>
  const promise = new Promise<T>((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return { ...parts, promise }
}

const terms = someTerms()
const authorization = {
  payer: reader.address,
  nonce: `0x${'5a'.repeat(32)}`,
  validAfter: 1_000,
  validBefore: 2_000_000_000,
} as const
const typedData = typedDataOf(terms, authorization)
const signature = await reader.account.signTypedData(typedData as never)
const page = { tabId: 1, documentId: 'document-1' }
const wallet = walletIn(page, 'com.wallet')

const QUESTIONS = {
  accounts: () => connectExternal(1, 'com.wallet'),
  chain: () => mustBeOnChain(wallet, networkById(terms.networkId)!.chainId),
  signature: () => requestSignature(wallet, typedData, 1_000),
  transfer: () =>
    requestTransfer(
      wallet,
      tokenAt(terms.networkId, terms.asset)!,
      reader.address,
      reader.address,
      1n,
    ),
}
type Question = keyof typeof QUESTIONS
const GOOD: Record<Question, unknown> = {
  accounts: { result: [reader.address, reader.address.toLowerCase()] },
  chain: { result: '0x14a34' },
  signature: { result: signature },
  transfer: { result: `0x${'ab'.repeat(32)}` },
}
const question = fc.constantFrom(...(Object.keys(QUESTIONS) as Question[]))
const answersTo = (name: Question) => {
  const answer = mutatedText(
    mutatedJson(GOOD[name], GOOD[name], { error: 4001 }, { missing: true }),
    true,
  )
  return fc.array(answer, { minLength: 1, maxLength: 3 })
}

/** EIP-1193: another wallet, by the way of a page that can put its own words in its mouth. */
const otherWallet: Target<[Question, string[]], unknown> = {
  name: 'eip-1193',
  share: 20,
  inputs: question.chain((name) => fc.tuple(fc.constant(name), answersTo(name))),
  act([name, texts]) {
    answers = [...texts]
    return QUESTIONS[name]()
  },
  accepts: () => true,
  check(found, [name]) {
    if (name === 'accounts') {
      for (const one of found as `0x${string}`[]) expect(getAddress(one)).toBe(one)
    }
    if (name === 'signature') expect(normalizeSignature(String(found))).toBe(found)
    if (name === 'transfer') expect(found).toMatch(/^0x[0-9a-fA-F]{64}$/)
  },
}

const ANNOUNCED = [
  { rdns: 'com.wallet', name: 'A wallet', icon: 'data:image/png;base64,AAAA' },
  { rdns: 'io.other', name: 'Another', icon: 'https://news.example/icon.png' },
]

/** EIP-6963: the wallets that a page announces. */
const announced: Target<string, ExternalWallet[]> = {
  name: 'eip-6963',
  share: 20,
  inputs: mutatedText(mutatedJson(ANNOUNCED), true),
  act(text) {
    answers = [text]
    return discoverExternal(1)
  },
  accepts: (found) => found.length > 0,
  check(found) {
    expect(found.length).toBeLessThanOrEqual(20)
    for (const { rdns, name, icon = 'data:image/' } of found) {
      expect(rdns).toMatch(/^[\w.-]{3,100}$/)
      // Characters: a rare one is two units of a string.
      expect(name.length > 0 && [...name].length <= 60).toBe(true)
      expect(icon.startsWith('data:image/')).toBe(true)
    }
  },
}

/** A signature as other wallets write them: one form for all, or none. */
const signatures: Target<string, `0x${string}`> = {
  name: 'signature',
  share: 20,
  inputs: mutatedText(fc.constantFrom(signature, signature.slice(0, 130), signature.toUpperCase())),
  act: normalizeSignature,
  check(kept) {
    expect(kept).toMatch(/^0x[0-9a-f]{128}1[bc]$/)
    expect(normalizeSignature(kept)).toBe(kept)
  },
}

export const otherWalletTargets = [runnable(otherWallet), runnable(announced), runnable(signatures)]
