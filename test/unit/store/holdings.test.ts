import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { isPayable, TOKENS } from '../../../lib/payment/networks'
import { balanceKey, putBalance } from '../../../lib/store/balances'
import { db } from '../../../lib/store/db'
import { holdings } from '../../../lib/store/holdings'
import { setNetworkEnabled } from '../../../lib/store/settings'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'

const account = `0x${'Aa'.repeat(20)}`
const polygonUsdc = '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359'
const home = ['Base USDC', 'Base Sepolia USDC']

beforeEach(freshStore)

async function names(all = false): Promise<string[]> {
  return (await holdings(account, all)).map(
    ({ network, token }) => `${network.name} ${token.symbol}`,
  )
}

describe('the balances that matter', () => {
  it('are those that a new wallet starts with', async () => {
    expect(await names()).toEqual(home)
  })

  it('have their last known amount', async () => {
    const { token } = (await holdings(account))[0]!
    expect((await holdings(account))[0]?.row).toBeUndefined()
    await putBalance(balanceKey(account, token.network, token.address), 5n)
    expect((await holdings(account))[0]?.row?.amount).toBe(5n)
  })

  it('are those of which there is something, not those known to be empty', async () => {
    const key = balanceKey(account, 'eip155:137', polygonUsdc)
    await putBalance(key, 0n)
    expect(await names()).toEqual(home)
    await putBalance(key, 1n)
    expect(await names()).toEqual(['Base USDC', 'Polygon USDC', 'Base Sepolia USDC'])
  })

  it('are not those of another account', async () => {
    await putBalance(balanceKey(`0x${'bb'.repeat(20)}`, 'eip155:137', polygonUsdc), 1n)
    expect(await names()).toEqual(home)
  })

  it('are those of payments, made or waiting', async () => {
    const onPolygon = someTerms({ networkId: 'eip155:137', asset: polygonUsdc.toLowerCase() })
    await db.payments.bulkAdd([
      aPayment({ id: 'made', state: 'confirmed', terms: onPolygon }),
      aPayment({ id: 'waits', state: 'awaiting', terms: euroTerms() }),
    ])
    expect(await names()).toEqual([
      'Base USDC',
      'Polygon USDC',
      'Base Sepolia USDC',
      'Base Sepolia EURC',
    ])
  })

  it('are of networks that are on', async () => {
    await setNetworkEnabled('eip155:8453', false)
    expect(await names()).toEqual(['Base Sepolia USDC'])
    expect(await names(true)).not.toContain('Base USDC')
  })
})

describe('all balances', () => {
  it('are of every token that can be paid with', async () => {
    expect(await names(true)).toHaveLength(TOKENS.filter(isPayable).length)
  })
})
