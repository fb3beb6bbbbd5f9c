import { hashTypedData, type TypedDataDefinition } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { isPayable, TOKENS } from '../../../lib/payment/networks'
import { accountOf } from '../../../lib/wallet/account'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { payloadOf, typedDataJson, typedDataOf } from '../../../lib/wallet/typed-data'
import { payees, reader } from '../../world/accounts'
import { someTerms } from '../payment/samples'
import { problemOf } from '../protocols/problem-of'

const { privateKey, address } = accountOf({ kind: 'phrase', phrase: reader.phrase })
const nonce = `0x${'5a'.repeat(32)}` as const
const authorization = authorizationFor(someTerms(), address, nonce, 1_795_000_000_000)

describe.each(TOKENS.filter(isPayable))('$symbol on $network', ({ network, address: asset }) => {
  const terms = someTerms({ networkId: network, asset })
  const typedData = typedDataOf(terms, authorization)

  it('is signed by our key and by any other wallet alike', async () => {
    const json = JSON.parse(typedDataJson(typedData)) as TypedDataDefinition
    expect(hashTypedData(json)).toBe(hashTypedData(typedData))
    const signature = await privateKeyToAccount(privateKey).signTypedData(json)
    expect(await signExact(terms, authorization, privateKey)).toEqual(
      payloadOf(authorization, terms, signature),
    )
  })
})

describe('the typed data for another wallet', () => {
  it('spells out what EIP-712 wants, numbers as text', () => {
    const terms = someTerms({ amount: 2n ** 256n - 1n })
    expect(JSON.parse(typedDataJson(typedDataOf(terms, authorization)))).toEqual({
      types: {
        EIP712Domain: [
          { name: 'name', type: 'string' },
          { name: 'version', type: 'string' },
          { name: 'chainId', type: 'uint256' },
          { name: 'verifyingContract', type: 'address' },
        ],
        TransferWithAuthorization: [
          { name: 'from', type: 'address' },
          { name: 'to', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'validAfter', type: 'uint256' },
          { name: 'validBefore', type: 'uint256' },
          { name: 'nonce', type: 'bytes32' },
        ],
      },
      primaryType: 'TransferWithAuthorization',
      domain: {
        name: 'USDC',
        version: '2',
        chainId: 84532,
        verifyingContract: terms.asset.toLowerCase(),
      },
      message: {
        from: address.toLowerCase(),
        to: payees.workbench.toLowerCase(),
        value: String(2n ** 256n - 1n),
        validAfter: String(authorization.validAfter),
        validBefore: String(authorization.validBefore),
        nonce,
      },
    })
  })

  it('takes nothing from what the server says of its token', () => {
    const lying = someTerms({ extra: { name: 'Free Money', version: '9', chainId: 1 } })
    expect(typedDataOf(lying, authorization)).toEqual(typedDataOf(someTerms(), authorization))
  })

  it('is nothing for a token that we do not know', () => {
    const terms = someTerms({ asset: payees.news })
    expect(problemOf(() => typedDataOf(terms, authorization)).code).toBe('token_unknown')
  })
})
