import { describe, expect, it } from 'vitest'
import type { Acquaintance } from '../../../lib/payment/acquaintance'
import type { BudgetState } from '../../../lib/payment/budget'
import type { SiteRule } from '../../../lib/payment/limits'
import { DEFAULT_LIMITS, limits, siteRule } from '../../../lib/payment/limits'
import { decide, type PolicyInput, type Reason } from '../../../lib/payment/policy'

const site = 'https://news.example'
const on = { autoApprove: true, perPayment: 100n, perDay: 1_000n }

const payTo = `0x${'a'.repeat(40)}`
const priced = (microUsd: bigint) => ({ terms: { currency: 'USD' as const, microUsd, payTo } })
const inEuros = { terms: { currency: 'EUR' as const, payTo } }
const spentToday = (spent: bigint) => ({ budgets: [aBudget({ settled: spent })] })

function aBudget(change: Partial<BudgetState> = {}): BudgetState {
  const nothing = { settled: 0n, outstanding: 0n }
  return { name: 'day', limit: 1_000n, since: 0, of: 'all', ...nothing, ...change }
}

/** Paid before, this price to this address. */
const friend: Acquaintance = {
  key: `real ${site} ${site}`,
  site,
  payeeOrigin: site,
  testnet: false,
  since: 0,
  payTos: [payTo],
  prices: [50n],
}

/** A payment of 50 micro-dollars that nothing speaks against. */
function anInput(change: Partial<PolicyInput> = {}): PolicyInput {
  return {
    ...priced(50n),
    site,
    payeeOrigin: site,
    limits: on,
    siteRule: undefined,
    ...spentToday(0n),
    known: { ...friend, prices: [1_000_000n] },
    background: false,
    alreadySigned: false,
    paidBefore: false,
    privateWindow: false,
    requestReasons: [],
    ...change,
  }
}

const auto = (perPayment: bigint): { siteRule: SiteRule } => ({
  siteRule: { mode: 'auto', perPayment },
})

describe('a payment goes through without asking', () => {
  it.each<[string, Partial<PolicyInput>]>([
    ['within the limits', {}],
    ['at the limit of a payment', priced(100n)],
    ['at the limit of the day', { ...priced(50n), ...spentToday(950n) }],
    ['that uses up the day at once', { ...priced(1_000n), ...auto(1_000n) }],
    ['over the general limit, under that of the site', { ...priced(500n), ...auto(500n) }],
    ['on this machine', { site: 'http://localhost:3000', payeeOrigin: 'http://localhost:3000' }],
    [
      'on this machine by a name',
      { site: 'http://a.localhost', payeeOrigin: 'http://a.localhost' },
    ],
    ['on this machine by number', { site: 'http://127.0.0.1', payeeOrigin: 'http://127.0.0.1' }],
  ])('%s', (_what, change) => {
    expect(decide(anInput(change))).toEqual({ verdict: 'approve' })
  })
})

describe('the user is asked', () => {
  const other = 'https://cdn.news.example'
  const plain = 'http://news.example'
  const bothPlain = { site: plain, payeeOrigin: plain }
  it.each<[string, Partial<PolicyInput>, Reason[]]>([
    ['when limits are off', { limits: { ...on, autoApprove: false } }, [{ code: 'auto_off' }]],
    ['by default', { limits: DEFAULT_LIMITS }, [{ code: 'auto_off' }]],
    [
      'when limits are off, though the site has a rule',
      { limits: { ...on, autoApprove: false }, ...auto(500n) },
      [{ code: 'auto_off' }],
    ],
    [
      'one micro-dollar over the limit of a payment',
      priced(101n),
      [{ code: 'over_payment_limit', limit: 100n }],
    ],
    [
      'one micro-dollar over the limit of the day',
      { ...priced(51n), ...spentToday(950n) },
      [{ code: 'over_day_limit', limit: 1_000n, spent: 950n }],
    ],
    [
      'when the day is over its limit already',
      { ...priced(1n), ...spentToday(2_000n) },
      [{ code: 'over_day_limit', limit: 1_000n, spent: 2_000n }],
    ],
    [
      'when the limit of a payment is nothing',
      { ...priced(1n), limits: { ...on, perPayment: 0n } },
      [{ code: 'over_payment_limit', limit: 0n }],
    ],
    ['when the site asks', { siteRule: { mode: 'ask' } }, [{ code: 'site_asks' }]],
    [
      'over the limit of the site, though under the general one',
      { ...priced(60n), ...auto(59n) },
      [{ code: 'over_payment_limit', limit: 59n }],
    ],
    [
      'over the day, though the site has a rule',
      { ...priced(50n), ...auto(500n), ...spentToday(951n) },
      [{ code: 'over_day_limit', limit: 1_000n, spent: 951n }],
    ],
    [
      'when another origin is paid',
      { payeeOrigin: other },
      [{ code: 'other_payee', payee: other }],
    ],
    [
      'when another port is paid',
      { payeeOrigin: `${site}:8443` },
      [{ code: 'other_payee', payee: `${site}:8443` }],
    ],
    ['on plain http', bothPlain, [{ code: 'insecure_page' }]],
    [
      'when the page is plain http',
      { site: plain },
      [{ code: 'other_payee', payee: site }, { code: 'insecure_page' }],
    ],
    [
      'when the payee is plain http',
      { payeeOrigin: plain },
      [{ code: 'other_payee', payee: plain }, { code: 'insecure_page' }],
    ],
    ['in a background tab', { background: true }, [{ code: 'background_tab' }]],
    ['when this is signed already', { alreadySigned: true }, [{ code: 'already_signed' }]],
  ])('%s', (_what, change, reasons) => {
    expect(decide(anInput(change))).toEqual({ verdict: 'ask', reasons })
  })

  it.each([
    'http://localhost.evil.example',
    'http://evillocalhost',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.2',
    'http://[::ffff:1.2.3.4]',
    'http://httpslocalhost.example',
    'ws://news.example',
    'null',
    '',
  ])('at %j, which only looks safe or is no origin', (origin) => {
    expect(decide(anInput({ site: origin, payeeOrigin: origin }))).toEqual({
      verdict: 'ask',
      reasons: [{ code: 'insecure_page' }],
    })
  })

  it('with every reason there is', () => {
    const decision = decide(
      anInput({
        ...priced(101n),
        ...spentToday(900n),
        site: plain,
        payeeOrigin: other,
        background: true,
        alreadySigned: true,
      }),
    )
    expect(decision.verdict === 'ask' && decision.reasons.map(({ code }) => code)).toEqual([
      'over_payment_limit',
      'over_day_limit',
      'other_payee',
      'insecure_page',
      'background_tab',
      'already_signed',
    ])
  })
})

describe('a stranger', () => {
  const pair = { payeeOrigin: 'https://cdn.news.example' }
  const rule = { mode: 'auto', perPayment: 100n } as const
  const first: Reason[] = [{ code: 'first_payment' }]
  const moved: Reason[] = [{ code: 'pay_to_changed' }]
  const dear: Reason[] = [{ code: 'price_unusual', usual: 16n }]
  const payee: Reason[] = [{ code: 'other_payee', payee: pair.payeeOrigin }]

  it.each<[string, Partial<PolicyInput>, Reason[]]>([
    ['that was never paid', { known: undefined }, first],
    ['with a rule by name', { known: undefined, siteRule: rule }, []],
    [
      'with a rule to ask',
      { known: undefined, siteRule: { mode: 'ask' } },
      [{ code: 'site_asks' }, ...first],
    ],
    ['paid at other addresses', { known: { ...friend, payTos: ['0x1'] } }, moved],
    [
      'at a new address, with a rule',
      { known: { ...friend, payTos: ['0x1'] }, siteRule: rule },
      moved,
    ],
    ['at three times its price and more', { known: { ...friend, prices: [16n] } }, dear],
    ['at that price, with a rule', { known: { ...friend, prices: [16n] }, siteRule: rule }, dear],
    ['that is the payee of another site', pair, payee],
    ['that is the payee, with a rule for the site only', { ...pair, siteRule: rule }, payee],
    ['with a rule for exactly this pair', { ...pair, known: undefined, pairRule: rule }, []],
    ['whose pair asks', { ...pair, pairRule: { mode: 'ask' } }, [{ code: 'site_asks' }, ...payee]],
    [
      'with a rule for the pair, on a site that asks',
      { ...pair, siteRule: { mode: 'ask' }, pairRule: rule },
      [{ code: 'site_asks' }],
    ],
    [
      'with a rule for the pair above that of the site',
      { ...pair, ...auto(49n), pairRule: rule },
      [{ code: 'over_payment_limit', limit: 49n }],
    ],
    [
      'with a rule for the pair below that of the site',
      { ...pair, siteRule: rule, pairRule: { mode: 'auto', perPayment: 49n } },
      [{ code: 'over_payment_limit', limit: 49n }],
    ],
    [
      'with a rule for the pair above the general limit',
      { ...pair, ...priced(150n), pairRule: { mode: 'auto', perPayment: 150n } },
      [],
    ],
  ])('%s', (_what, change, reasons) => {
    const decision = decide(anInput(change))
    expect(decision).toEqual(reasons.length ? { verdict: 'ask', reasons } : { verdict: 'approve' })
  })

  it('that is blocked as a pair is refused, and so is a blocked payee', () => {
    const never = { mode: 'never' } as const
    expect(decide(anInput({ ...pair, pairRule: never })).verdict).toBe('refuse')
    expect(decide(anInput({ ...pair, payeeRule: never })).verdict).toBe('refuse')
  })
})

describe('every budget', () => {
  const periods = ['day', 'month', 'site_day', 'site_month', 'pair_day', 'pair_month'] as const
  const names = [...periods, 'total'] as const
  it.each(names)('of a %s stops at its last micro-dollar', (name) => {
    const spent = { settled: 400n, outstanding: 50n, limit: 500n, name }
    expect(decide(anInput({ ...priced(50n), budgets: [aBudget(spent)] })).verdict).toBe('approve')
    expect(decide(anInput({ ...priced(51n), budgets: [aBudget(spent)] }))).toEqual({
      verdict: 'ask',
      reasons: [{ code: `over_${name}_limit`, limit: 500n, spent: 450n }],
    })
  })

  const reasonIn = (name: BudgetState['name']) => {
    const budgets = [aBudget({ name, limit: 500n, settled: 500n })]
    const decision = decide(anInput({ budgets, limits: { ...on, periods: 'rolling' } }))
    return decision.verdict === 'ask' ? decision.reasons : []
  }
  it.each(periods)('of a %s says when its period is none of the calendar', (name) => {
    expect(reasonIn(name)).toEqual([
      { code: `over_${name}_limit`, limit: 500n, spent: 500n, rolling: true },
    ])
  })

  it('but not of an allowance, which has no period', () => {
    expect(reasonIn('total')).toEqual([{ code: 'over_total_limit', limit: 500n, spent: 500n }])
  })
})

describe('a price that is not in dollars', () => {
  const asked = { verdict: 'ask', reasons: [{ code: 'other_currency', currency: 'EUR' }] }
  it.each<[string, Partial<PolicyInput>]>([
    ['the limits', {}],
    ['the widest limits', { limits: { ...on, perPayment: 10n ** 30n, perDay: 10n ** 30n } }],
    ['a rule of the site', auto(10n ** 30n)],
    ['limits that are off', { limits: DEFAULT_LIMITS }],
    ['a rule to ask', { siteRule: { mode: 'ask' } }],
    ['a day on which nothing is left', { ...spentToday(10n ** 30n) }],
  ])('is asked about whatever %s say', (_what, change) => {
    expect(decide(anInput({ ...inEuros, ...change }))).toEqual(asked)
  })

  it('is asked about even with a value in dollars that someone made up', () => {
    const terms = { currency: 'EUR' as const, microUsd: 0n, payTo }
    expect(decide(anInput({ terms }))).toEqual(asked)
  })

  it('is refused on a blocked site', () => {
    const siteRule = { mode: 'never' } as const
    expect(decide(anInput({ ...inEuros, siteRule })).verdict).toBe('refuse')
  })
})

describe('a blocked site', () => {
  it('is refused, whatever else holds', () => {
    const refused = { verdict: 'refuse', reasons: [{ code: 'site_blocked' }] }
    const siteRule = { mode: 'never' } as const
    expect(decide(anInput({ siteRule }))).toEqual(refused)
    const worst = {
      siteRule,
      background: true,
      alreadySigned: true,
      payeeOrigin: 'http://x.example',
    }
    expect(decide(anInput(worst))).toEqual(refused)
  })
})

describe('limits', () => {
  it('are off until the user sets them', () => {
    expect(DEFAULT_LIMITS).toEqual({ autoApprove: false, perPayment: 0n, perDay: 0n })
  })

  it.each([
    ['negative', { ...on, perDay: -1n }],
    ['in floats', { ...on, perPayment: 0.5 }],
    ['in text', { ...on, perPayment: '100' }],
    ['half given', { autoApprove: true, perPayment: 1n }],
    ['switched by a word', { ...on, autoApprove: 'yes' }],
  ])('are never %s', (_what, value) => {
    expect(limits.safeParse(value).success).toBe(false)
  })

  it.each([
    ['automatic without a limit', { mode: 'auto' }],
    ['automatic up to less than nothing', { mode: 'auto', perPayment: -1n }],
    ['of an unknown kind', { mode: 'always' }],
    ['empty', {}],
  ])('of a site are never %s', (_what, value) => {
    expect(siteRule.safeParse(value).success).toBe(false)
  })
})
