/** What is broken, where, and which test has to notice: a unit test or a browser test (`spec`). */
export const mutants = [
  {
    name: 'a budget takes one unit too much',
    file: 'lib/payment/policy.ts',
    find: 'if (spent + price > budget.limit)',
    replace: 'if (spent + price > budget.limit + 1n)',
    unit: 'test/unit/payment/schedules.prop.test.ts',
  },
  {
    name: 'what is signed for does not count against budgets',
    file: 'lib/payment/budget.ts',
    find: 'return settled + outstanding',
    replace: 'return settled',
    unit: 'test/unit/payment/schedules.prop.test.ts',
  },
  {
    name: 'a freed amount stays in the totals',
    file: 'lib/payment/totals.ts',
    find: 'if (before) add(rows, before, -1n)',
    replace: 'if (before && countsAsSpent(after.state)) add(rows, before, -1n)',
    unit: 'test/unit/payment/schedules.prop.test.ts',
  },
  {
    name: 'a budget forgets the quarter of an hour in which it began',
    file: 'lib/payment/totals.ts',
    find: 'const quarter = floor(from, QUARTER_MS)',
    replace: 'const quarter = ceil(from, QUARTER_MS)',
    unit: 'test/unit/payment/schedules.prop.test.ts',
  },
  {
    name: 'limits sign a purchase a second time',
    file: 'lib/payment/reservation.ts',
    find: "others.some((other) => approvedBy === 'limits' || mayStillPay(other, now))",
    replace: 'others.some((other) => mayStillPay(other, now))',
    unit: 'test/unit/store/second-signature.test.ts',
  },
  {
    name: 'the user signs a second time while the first signature may still pay',
    file: 'lib/payment/reservation.ts',
    find: 'return ((authorization?.validBefore ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000 > now',
    replace: 'return false && authorization !== undefined && now > CLOCK_TOLERANCE_SECONDS',
    unit: 'test/unit/payment/schedules.prop.test.ts',
  },
  {
    name: 'limits are checked against totals read a moment ago',
    file: 'lib/store/ledger.ts',
    find: 'const standing = await standingOf(payment, now)\n    const result',
    replace:
      'const standing = (Object(globalThis).stale ??= await standingOf(payment, now))\n    const result',
    unit: 'test/unit/store/totals.prop.test.ts',
  },
  {
    name: 'the receipt is believed',
    file: 'lib/payment/dispute.ts',
    find: 'if (!receipt) return []',
    replace: 'if (!receipt || receipt.success) return []',
    unit: 'test/unit/payment/dispute.test.ts',
  },
  {
    name: 'an empty answer counts as delivered',
    file: 'lib/payment/content.ts',
    find: "if (isEmpty(delivery)) return { code: 'content_empty' }",
    replace: 'if (isEmpty(delivery)) return undefined',
    unit: 'test/unit/payment/conclude.test.ts',
  },
  {
    name: 'money is freed although our own clock says that it is too early',
    file: 'entrypoints/background/finding.ts',
    find: "isOver(authorization.validBefore, clockSkewSeconds) ? 'expired' : 'open'",
    replace: "'expired'",
    unit: 'test/unit/background/reconcile.test.ts',
  },
]
