import { describe, expect, it } from 'vitest'
import { disputesOf } from '../../../lib/payment/dispute'
import type { SettlementProof } from '../../../lib/payment/payment'
import type { Receipt } from '../../../lib/protocols/x402/receipt'
import { aPayment } from './samples'

const proof: SettlementProof = {
  transaction: `0x${'ab'.repeat(32)}`,
  blockNumber: 7n,
  payer: `0x${'aa'.repeat(20)}`,
  payTo: `0x${'bb'.repeat(20)}`,
  amount: 10_000n,
}
const honest: Receipt = {
  success: true,
  transaction: proof.transaction,
  network: 'eip155:84532',
  payer: proof.payer,
  amount: '10000',
}

describe('a receipt that the chain bears out', () => {
  it.each<[string, Receipt | undefined]>([
    ['whole', honest],
    [
      'in capital letters',
      { ...honest, payer: `0x${'AA'.repeat(20)}`, transaction: `0x${'AB'.repeat(32)}` },
    ],
    ['with the short name of the network', { ...honest, network: 'base-sepolia' }],
    ['that says no more than success', { success: true }],
    ['that is not there', undefined],
  ])('%s is not disputed', (_what, receipt) => {
    expect(disputesOf(receipt, proof, aPayment())).toEqual([])
  })
})

describe('a receipt that the chain contradicts', () => {
  it.each<[string, Partial<Receipt>, string, string]>([
    ['success', { success: false }, 'false', 'true'],
    ['transaction', { transaction: '0x1' }, '0x1', proof.transaction],
    ['network', { network: 'eip155:8453' }, 'eip155:8453', 'eip155:84532'],
    ['network', { network: 'base' }, 'eip155:8453', 'eip155:84532'],
    ['network', { network: 'nowhere' }, 'nowhere', 'eip155:84532'],
    ['payer', { payer: proof.payTo }, proof.payTo, proof.payer],
    ['amount', { amount: '10001' }, '10001', '10000'],
    ['amount', { amount: '0x2710' }, '0x2710', '10000'],
  ])('is disputed by its %s: %o', (field, change, claimed, found) => {
    expect(disputesOf({ ...honest, ...change }, proof, aPayment())).toEqual([
      { field, claimed, found },
    ])
  })

  it('is disputed line by line', () => {
    const lies = { ...honest, payer: '0x1', amount: '1', transaction: '0x2' }
    const fields = disputesOf(lies, proof, aPayment()).map(({ field }) => field)
    expect(fields).toEqual(['transaction', 'payer', 'amount'])
  })
})
