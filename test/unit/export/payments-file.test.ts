import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExportFormat, exportText } from '../../../lib/export/payments-file'
import type { Payment } from '../../../lib/payment/payment'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { readCsv } from './csv-reader'

const SECRET = 'c2lnbmVkLWhlYWRlcg'

/** A payment as it is kept while its signature is of use. */
function aSigned(change: Partial<Payment> = {}): Payment {
  return aPayment({
    state: 'sent',
    spentAt: 1_750_000_000_000,
    request: { ...aPayment().request, url: `https://news.example/article?token=${SECRET}` },
    authorization: { payer: '0xPayer', nonce: '0x01', validAfter: 0, validBefore: 1 },
    header: { name: 'PAYMENT-SIGNATURE', value: SECRET },
    payloadHash: 'ab',
    ...change,
  })
}

async function textOf(format: ExportFormat, ...pieces: Payment[][]): Promise<string> {
  async function* all() {
    yield* pieces
  }
  let text = ''
  for await (const piece of exportText(format, all(), 1_750_000_000_000)) text += piece
  return text
}

/** The records by the names of their columns. */
async function csvOf(...pieces: Payment[][]): Promise<Record<string, string>[]> {
  const text = await textOf('csv', ...pieces)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [names = [], ...records] = readCsv(text.slice(1))
  return records.map((cells) =>
    Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
  )
}

describe('an export', () => {
  it('has a line for each payment, in whatever pieces it came', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const payments = ids.map((id) => aSigned({ id }))
    for (const cut of [0, 2, 5]) {
      const pieces = [payments.slice(0, cut), [], payments.slice(cut)]
      const lines = await csvOf(...pieces)
      expect(lines.map(({ payment_id }) => payment_id)).toEqual(ids)
      const { payments: listed } = JSON.parse(await textOf('json', ...pieces))
      expect(listed.map(({ id }: { id: string }) => id)).toEqual(ids)
    }
  })

  it('of nothing is a whole file, too', async () => {
    expect(await csvOf()).toEqual([])
    expect(JSON.parse(await textOf('json'))).toMatchObject({
      format: 'tuppence-payments',
      version: 1,
      payments: [],
    })
  })

  it('says everything that an accountant asks for', async () => {
    const [line] = await csvOf([
      aSigned({
        offer: { ...aPayment().offer, resource: { description: '=1+1, "quoted"\r\nand more' } },
        transaction: `0x${'1'.repeat(64)}`,
        approvedBy: 'user',
      }),
    ])
    expect(line).toMatchObject({
      state: 'sent',
      site: 'https://news.example',
      description: `'=1+1, "quoted"\r\nand more`,
      url: 'https://news.example/article',
      amount: '0.01',
      token: 'USDC',
      currency: 'USD',
      money: 'test',
      network: 'Base Sepolia',
      network_id: 'eip155:84532',
      payer: '0xPayer',
      transaction: `0x${'1'.repeat(64)}`,
      approved_by: 'user',
    })
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    expect(new Date(line?.time ?? '').getTime()).toBe(1_750_000_000_000)
  })

  it.each(['csv', 'json'] as const)('as %s holds nothing that could be sent', async (format) => {
    const text = await textOf(format, [aSigned()])
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('PAYMENT-SIGNATURE')
  })

  it('has every amount to its last atomic unit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt(0n, 10n ** 30n),
        fc.integer({ min: 0, max: 18 }),
        async (amount, decimals) => {
          const payment = aSigned({ terms: someTerms({ amount, decimals }) })
          const [line] = await csvOf([payment])
          expect(line?.amount).toMatch(/^\d+(\.\d+)?$/)
          const [whole = '', fraction = ''] = line?.amount?.split('.') ?? []
          expect(BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))).toBe(amount)
          expect(fraction.slice(decimals)).toMatch(/^0*$/)
          const { payments } = JSON.parse(await textOf('json', [payment]))
          expect(payments[0].amountAtomic).toBe(String(amount))
          expect(payments[0].amount).toBe(line?.amount)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('tells euros from dollars and unknown networks by their ids', async () => {
    const [euro] = await csvOf([aSigned({ terms: euroTerms() })])
    expect(euro).toMatchObject({ token: 'EURC', currency: 'EUR' })
    const [far] = await csvOf([aSigned({ terms: someTerms({ networkId: 'eip155:7' }) })])
    expect(far).toMatchObject({ network: 'eip155:7', network_id: 'eip155:7' })
  })
})
