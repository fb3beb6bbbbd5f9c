import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  countFilters,
  faultOf,
  filterOf,
  readQuery,
  writeQuery,
} from '../../../entrypoints/dashboard/history/query'
import { speak } from '../words/speak'

beforeAll(() => speak('en'))

const empty = readQuery('')
const anyText = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed())

describe('the query of the history', () => {
  it('comes back from the address as it was, whatever was typed', () => {
    const fields = Object.fromEntries(Object.keys(empty).map((field) => [field, anyText]))
    fc.assert(
      fc.property(fc.record(fields), (query) => {
        expect(readQuery(writeQuery(query as typeof empty))).toEqual(query)
      }),
    )
  })

  it('is no part of the address where nothing is set', () => {
    expect(writeQuery(empty)).toBe('')
    expect(filterOf(empty)).toEqual({})
    expect(countFilters(empty)).toBe(0)
  })

  it('counts filters and not the search', () => {
    expect(countFilters(readQuery('q=news&status=paid&from=2026-11-01'))).toBe(2)
  })

  it('asks for what it says', () => {
    const query =
      'q=Last+Keeper&site=https://a.example&status=checking&network=eip155:8453&account=0x01' +
      '&money=real&from=2026-11-01&to=2026-11-21&least=0.01&most=$1000'
    expect(filterOf(readQuery(query))).toEqual({
      terms: ['last', 'keeper'],
      site: 'https://a.example',
      states: ['unknown'],
      networkId: 'eip155:8453',
      payer: '0x01',
      testnet: false,
      since: new Date(2026, 10, 1).getTime(),
      until: new Date(2026, 10, 22).getTime(),
      least: 10_000n,
      most: 1_000_000_000n,
    })
  })

  it.each(['status=stolen', 'money=false', 'from=yesterday', 'to=2026-1-1', 'least=a', 'most=-1'])(
    'is not narrowed by what cannot be read: %s',
    (query) => {
      expect(filterOf(readQuery(query))).toEqual({})
    },
  )

  it('tells an amount that cannot be read from none at all', () => {
    expect(['', ' ', '0', '0.01', '0,01', '$5'].map(faultOf).filter(Boolean)).toEqual([])
    expect(new Set(['five', '-1', '0.0000001', '1.2.3'].map(faultOf))).toEqual(
      new Set(['amountInvalid']),
    )
    expect(['1,000', '1,000.50'].map(faultOf)).toEqual(['amountGrouped', 'amountGrouped'])
  })
})
