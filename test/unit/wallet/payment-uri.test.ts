import { expect, it } from 'vitest'
import { TOKENS, tokenAt } from '../../../lib/payment/networks'
import { paymentUri } from '../../../lib/wallet/payment-uri'
import { reader } from '../../world/accounts'
import { usdcAddress } from '../../world/test-usdc'

const usdc = tokenAt('eip155:84532', usdcAddress)!

it('names token, chain, receiver and amount (EIP-681)', () => {
  expect(paymentUri(usdc, reader.address, 5_000_000n)).toBe(
    `ethereum:${usdcAddress}@84532/transfer?address=${reader.address}&uint256=5000000`,
  )
})

it('can leave the amount open', () => {
  expect(paymentUri(usdc, reader.address)).toBe(
    `ethereum:${usdcAddress}@84532/transfer?address=${reader.address}`,
  )
})

it('writes the largest amount there is in full, never as 1e77', () => {
  expect(paymentUri(usdc, reader.address, 2n ** 256n - 1n)).toMatch(
    new RegExp(`&uint256=${2n ** 256n - 1n}$`),
  )
})

it.each(TOKENS)('reads back as $symbol on $network', (token) => {
  const uri = paymentUri(token, reader.address, 1n)
  const read = /^ethereum:(0x\w{40})@(\d+)\/transfer\?address=(0x\w{40})&uint256=(\d+)$/.exec(uri)
  expect(read?.slice(1)).toEqual([
    token.address,
    token.network.replace('eip155:', ''),
    reader.address,
    '1',
  ])
})
