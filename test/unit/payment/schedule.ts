import { type BudgetState, budgetsFor, dayBegan, monthBegan } from '../../../lib/payment/budget'
import { countsAsSpent, type PaymentState } from '../../../lib/payment/lifecycle'
import type { Limits, SiteRule } from '../../../lib/payment/limits'
import { advance, type Payment } from '../../../lib/payment/payment'
import { isLive, reservation } from '../../../lib/payment/reservation'
import {
  addUp,
  changeOfTotals,
  firstQuarter,
  rangesSince,
  scopeOf,
  sumOf,
  type TotalRow,
  totalsOf,
} from '../../../lib/payment/totals'
import { aPayment, someTerms } from './samples'

const NOTHING = { paidBefore: false, openedAgain: undefined }

const PAYEE = 'https://pay.example'
const SITES = ['https://a.example', 'https://b.example', 'https://c.example']
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const start = new Date(2026, 2, 28, 23, 50).getTime()

/** One step of a schedule: what happens, and two numbers that it makes of what it needs. */
export type Step = [kind: number, a: number, b: number]

/**
 * The wallet's ledger with everything around it that can go wrong, in memory: what the store does
 * in transactions is one step here. The chain is the judge of what was spent.
 */
export class Schedule {
  now = start
  limits: Limits = { autoApprove: true, perPayment: 1_000n, perDay: 3_000n }
  rules = new Map<string, SiteRule>()
  /** By site: the payee is always the same one. */
  pairRules = new Map<string, SiteRule>()
  payments = new Map<string, Payment>()
  totals = new Map<string, TotalRow>()
  /** Authorizations that the chain has seen used, by payment. */
  used = new Set<string>()
  refused = 0
  approved = 0

  run([kind, a, b]: Step): void {
    const steps = [
      () => this.offer(a, b),
      () => this.offer(a, b),
      () => this.approve(a, 'limits'),
      () => this.approve(a, 'limits'),
      () => this.approve(a, 'limits'),
      () => this.approve(a, 'user'),
      () => this.signAndSend(a),
      () => this.answer(a, b),
      () => this.serverSettles(a),
      () => this.crash(),
      () => this.look(a),
      () => this.jump(a, b),
      () => this.setLimits(a, b),
      () => this.setRule(this.rules, a, b),
      () => this.setRule(this.pairRules, a, b),
    ]
    steps[kind % steps.length]?.()
  }

  offer(a: number, b: number): void {
    const id = `p${this.payments.size}`
    const amount = BigInt(1 + (b % 1_200))
    const terms = someTerms({ amount, testnet: a % 5 === 0 })
    const site = SITES[a % 3] ?? ''
    // One in four is a purchase that was asked for before.
    const purchase = b % 4 === 0 ? `again ${a % 3}` : id
    const payeeOrigin = b % 3 === 0 ? PAYEE : site
    const payment = aPayment({ id, site, payeeOrigin, terms, purchase, createdAt: this.now })
    this.payments.set(id, payment)
  }

  approve(a: number, by: 'user' | 'limits'): void {
    const payment = this.pick(a, 'offered', 'awaiting')
    if (!payment) return
    const same = [...this.payments.values()].filter((one) => one.purchase === payment.purchase)
    const standing = {
      limits: this.limits,
      ...this.rulesFor(payment),
      budgets: this.states(payment),
    }
    const fits = this.fits(payment)
    const result = reservation(payment, by, standing, same, NOTHING, this.now)
    if ('reserved' in result) {
      this.write(result.reserved)
      this.approved++
      if (by === 'limits') this.mustHold(result.reserved)
      this.mustBeOnlySignature(result.reserved)
    } else {
      this.refused++
      if (by === 'limits' && fits && !same.some((one) => one !== payment && isLive(one))) {
        throw new Error(`refused though it fits: ${result.reasons.map(({ code }) => code)}`)
      }
    }
  }

  signAndSend(a: number): void {
    const payment = this.pick(a, 'reserved', 'signed')
    if (!payment) return
    if (payment.state === 'signed') {
      this.step(payment, 'sent')
      return
    }
    const validBefore = Math.floor(this.now / 1000) + 60
    const nonce = '0x00' as const
    const authorization = { payer: '0x', nonce, validAfter: 0, validBefore }
    this.step(payment, 'signed', { authorization })
  }

  answer(a: number, b: number): void {
    const payment = this.pick(a, 'sent')
    const outcomes = ['settled', 'undelivered', 'unknown'] as const
    if (payment) this.step(payment, outcomes[b % 3] ?? 'unknown')
  }

  /** The server, or whoever has the signature, takes the money: in time, or it cannot. */
  serverSettles(a: number): void {
    const payment = this.pick(a, 'sent', 'unknown', 'settled', 'undelivered', 'signed')
    if (!payment?.authorization || payment.authorization.validBefore * 1000 < this.chainTime) return
    this.used.add(payment.id)
  }

  crash(): void {
    for (const payment of this.payments.values()) {
      if (payment.state === 'reserved') this.step(payment, 'released')
      else if (payment.state === 'signed' || payment.state === 'sent') this.step(payment, 'unknown')
    }
  }

  /** What the chain says is the last word; while it may still change, nothing is freed. */
  look(a: number): void {
    const payment = this.pick(a, 'unknown', 'settled', 'undelivered')
    if (!payment?.authorization) return
    const { state } = payment
    if (this.used.has(payment.id)) {
      if (state === 'settled') this.step(payment, 'confirmed', { provenSpent: true })
      else if (state === 'unknown') this.step(payment, 'undelivered', { provenSpent: true })
    } else if (this.chainTime > payment.authorization.validBefore * 1000) {
      this.step(payment, 'expired')
    }
  }

  /** The chain's clock runs on, whatever is done to ours. */
  chainTime = start

  jump(a: number, b: number): void {
    const far = [MINUTE, QUARTER, 6 * 60 * MINUTE, 25 * 60 * MINUTE, 33 * 24 * 60 * MINUTE]
    const by = (far[a % far.length] ?? MINUTE) * (1 + (b % 3))
    this.chainTime += by
    this.now += b % 7 === 0 ? -by : by
  }

  setLimits(a: number, b: number): void {
    this.limits = {
      autoApprove: true,
      perPayment: BigInt(200 + (a % 1_200)),
      perDay: BigInt(b % 4_000),
      ...(a % 2 === 0 && { perMonth: BigInt(b % 6_000) }),
      ...(a % 3 === 0 && { perSiteDay: BigInt(a % 2_500) }),
      ...(b % 3 === 0 && { total: { limit: BigInt(a % 5_000), since: this.now } }),
      periods: b % 2 === 0 ? 'rolling' : 'calendar',
    }
  }

  setRule(of: Map<string, SiteRule>, a: number, b: number): void {
    const site = SITES[a % 3] ?? ''
    const rules: (SiteRule | undefined)[] = [
      undefined,
      { mode: 'ask' },
      { mode: 'never' },
      { mode: 'auto', perPayment: BigInt(b % 2_000) },
      { mode: 'auto', perPayment: 2_000n, perDay: BigInt(b % 3_000), perMonth: BigInt(a % 5_000) },
    ]
    const rule = rules[b % rules.length]
    if (rule) of.set(site, rule)
    else of.delete(site)
  }

  /** Running totals without the rows that came back to nothing. */
  standing(): Map<string, TotalRow> {
    return new Map(
      [...this.totals].filter(([, row]) => row.settled !== 0n || row.outstanding !== 0n),
    )
  }

  rebuilt(): Map<string, TotalRow> {
    return new Map(totalsOf(this.payments.values()).map((row) => [keyOf(row), row]))
  }

  private step(payment: Payment, to: PaymentState, change: Partial<Payment> = {}): void {
    this.write(advance(payment, to, 'wallet', this.now, change))
  }

  private write(after: Payment): void {
    for (const change of changeOfTotals(this.payments.get(after.id), after)) {
      const old = this.totals.get(keyOf(change))
      this.totals.set(keyOf(change), { ...change, ...(old && addUp([old, change])) })
    }
    this.payments.set(after.id, after)
  }

  private rulesFor({ site, payeeOrigin }: Payment) {
    const pairRule = payeeOrigin === site ? undefined : this.pairRules.get(site)
    return { siteRule: this.rules.get(site), pairRule }
  }

  /** As the store reads them: totals from the first whole quarter of an hour, payments before it. */
  private states(payment: Payment): BudgetState[] {
    const { site, payeeOrigin, terms } = payment
    const scopes = {
      all: scopeOf(terms.testnet),
      site: scopeOf(terms.testnet, site),
      pair: scopeOf(terms.testnet, site, payeeOrigin),
    }
    return budgetsFor(this.limits, this.rulesFor(payment), this.now).map((budget) => {
      const scope = scopes[budget.of]
      const ranges = rangesSince(budget.since)
      const quarter = firstQuarter(budget.since)
      const before = [...this.payments.values()].filter(
        ({ spentAt = 0 }) => spentAt >= budget.since && spentAt < quarter,
      )
      const rows = [...this.totals.values()].filter(
        (row) =>
          row.scope === scope &&
          ranges.some(
            ({ grain, start, end }) => row.grain === grain && row.start >= start && row.start < end,
          ),
      )
      return { ...budget, ...addUp([...rows, sumOf(before, scope)]) }
    })
  }

  /** Counted by hand from the payments, to the millisecond: no budget is passed by one unit. */
  private mustHold(payment: Payment): void {
    for (const { limit, spent, name } of this.budgets(payment)) {
      if (spent > limit) throw new Error(`${name}: ${spent} of ${limit}`)
    }
  }

  /** Whether it may go through, counted by hand in the same way: nothing is refused that fits. */
  private fits(payment: Payment): boolean {
    const price = payment.terms.microUsd ?? 0n
    const { siteRule, pairRule } = this.rulesFor(payment)
    const rules = [siteRule, pairRule].filter((rule) => rule !== undefined)
    if (rules.some(({ mode }) => mode !== 'auto')) return false
    const words = rules.flatMap((rule) => (rule.mode === 'auto' ? [rule.perPayment] : []))
    const limits = words.length > 0 ? words : [this.limits.perPayment]
    const budgets = this.budgets(payment)
    return (
      limits.every((limit) => price <= limit) &&
      budgets.every(({ limit, spent }) => spent + price <= limit)
    )
  }

  private budgets(payment: Payment) {
    const { perDay, perMonth, perSiteDay, total, periods } = this.limits
    const { siteRule, pairRule } = this.rulesFor(payment)
    const own = siteRule?.mode === 'auto' ? siteRule : undefined
    const ofPair = pairRule?.mode === 'auto' ? pairRule : undefined
    const day = dayBegan(periods, this.now)
    const month = monthBegan(periods, this.now)
    // A clock that was set back: what began in the future counts everything.
    const since = total && total.since <= this.now ? total.since : 0
    const all = () => true
    const site = (one: Payment) => one.site === payment.site
    const pair = (one: Payment) => site(one) && one.payeeOrigin === payment.payeeOrigin
    const spent = (since: number, isCounted: (one: Payment) => boolean) =>
      [...this.payments.values()]
        .filter(
          (one) =>
            countsAsSpent(one.state) &&
            one.terms.testnet === payment.terms.testnet &&
            isCounted(one) &&
            (one.spentAt ?? 0) >= since,
        )
        .reduce((sum, { terms }) => sum + terms.amount, 0n)
    const siteDay = own?.perDay ?? perSiteDay
    return [
      { name: 'day', limit: perDay, spent: spent(day, all) },
      { name: 'month', limit: perMonth, spent: spent(month, all) },
      { name: 'total', limit: total?.limit, spent: spent(since, all) },
      { name: 'site day', limit: siteDay, spent: spent(day, site) },
      { name: 'site month', limit: own?.perMonth, spent: spent(month, site) },
      { name: 'pair day', limit: ofPair?.perDay, spent: spent(day, pair) },
      { name: 'pair month', limit: ofPair?.perMonth, spent: spent(month, pair) },
    ].flatMap(({ name, limit, spent }) => (limit === undefined ? [] : [{ name, limit, spent }]))
  }

  /** No second signature for a purchase whose first one can still be taken. */
  private mustBeOnlySignature({ id, purchase }: Payment): void {
    for (const one of this.payments.values()) {
      if (one.id === id || one.purchase !== purchase || !isLive(one)) continue
      const until = one.authorization?.validBefore ?? Number.POSITIVE_INFINITY
      if (!one.provenSpent && until * 1000 > this.now) throw new Error(`${one.id} still pays`)
    }
  }

  private pick(a: number, ...states: PaymentState[]): Payment | undefined {
    const fitting = [...this.payments.values()].filter(({ state }) => states.includes(state))
    return fitting[a % (fitting.length || 1)]
  }
}

function keyOf({ scope, grain, start }: TotalRow): string {
  return `${scope} ${grain} ${start}`
}
