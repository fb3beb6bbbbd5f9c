import type { Page } from '@playwright/test'
import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'
import type { Tuppence } from '../tuppence'
import { type Kind, PAID } from './kind'
import { KINDS } from './kinds'

interface Combination {
  version: 1 | 2
  origin: 'same' | 'cross'
  approval: 'click' | 'auto'
}

const combinations: Combination[] = ([1, 2] as const).flatMap((version) =>
  (['same', 'cross'] as const).flatMap((origin) =>
    (['click', 'auto'] as const).map((approval) => ({ version, origin, approval })),
  ),
)

/** Documents are their own site: across origins there is nobody else who asks. */
const OWN_SITE = ['navigation', 'link in a new tab', 'window.open', 'form POST']
const isOwnSite = ({ name }: Kind) => OWN_SITE.some((own) => name.startsWith(own))

// Those that nothing can hold wait for seconds, again and again: beside each other.
test.describe.configure({ mode: 'parallel' })

for (const kind of KINDS) {
  test(`${kind.name}`, { tag: '@matrix' }, async ({ tuppence, world, context }, info) => {
    test.setTimeout(150_000)
    await tuppence.setUpWallet()
    world.workbench.on('GET', '/page', () => ({
      headers: { 'Content-Type': 'text/html' },
      body: '<!doctype html><title>Page</title><body>a page</body>',
    }))
    for (const [index, combination] of combinations.entries()) {
      const { version, origin, approval } = combination
      if (version === 1 && kind.headerOnly) continue
      if (origin === 'cross' && kind.sameOriginOnly) continue
      await test.step(`v${version}, ${origin} origin, ${approval}`, async () => {
        if (approval === 'auto') await tuppence.allow(0.05, 5)
        else await tuppence.askAlways()
        const path = `/goods/${index}`
        sell(world.workbench, world.facilitator.url, {
          version,
          path,
          method: kind.method ?? 'GET',
          deliver: kind.deliver ?? (() => ({ body: PAID })),
          ...(kind.unpaid && { unpaid: kind.unpaid }),
        })
        const earlier = await tuppence.payments()
        const before = earlier.length
        // Another site may lead to one priced page a minute: the second one asks.
        const isLed = origin === 'cross' && /^(?:link in a new tab|window\.open)/.test(kind.name)
        // The form of one site is not sent in the name of another: the user sends it again.
        const isForeignForm = origin === 'cross' && kind.mechanism === 'form'
        const ledBefore = earlier.some((one) => one.request.openedBy && one.approvedBy === 'limits')
        const balance = await tuppence.balance()
        const page = await context.newPage()
        await page.goto(`${world.workbench.origin('a')}/page`)
        await page.bringToFront()
        const seller = world.workbench.origin(origin === 'same' ? 'a' : 'b')
        let result = await kind.ask(page, seller + path, context)

        const asks =
          approval === 'click' ||
          kind.alwaysAsks ||
          (origin === 'cross' && !isOwnSite(kind)) ||
          (isLed && ledBefore) ||
          isForeignForm
        if (asks) await approveNext(tuppence, before)
        if (isForeignForm) {
          await page.goto(`${world.workbench.origin('a')}/page`)
          result = await kind.ask(page, seller + path, context)
        }
        await expect.poll(result, { timeout: 15_000 }).toContain(PAID)
        await expect
          .poll(async () => (await tuppence.payments()).slice(before).map(({ state }) => state))
          .toEqual(['confirmed'])
        expect(balance - (await tuppence.balance())).toBe(10_000n)
        const [payment] = (await tuppence.payments()).slice(before)
        expect(payment?.approvedBy).toBe(asks ? 'user' : 'limits')
        await closeOthers(page, tuppence)
      })
      info.annotations.push({
        type: 'coverage',
        description: JSON.stringify({ ...factsOf(kind), ...combination }),
      })
    }
    expect(await tuppence.rules()).toEqual([])
  })
}

/** What docs/COVERAGE.md says of a kind. */
function factsOf({ name, mechanism, headerOnly, alwaysAsks, sameOriginOnly }: Kind) {
  return { name, mechanism, headerOnly, alwaysAsks, sameOriginOnly }
}

/** Approves the payment that waits as the popup does: with the digest of what is stored. */
async function approveNext(tuppence: Tuppence, before: number): Promise<void> {
  await expect
    .poll(async () => (await tuppence.payments()).slice(before).map(({ state }) => state))
    .toEqual(['awaiting'])
  const [payment] = (await tuppence.payments()).slice(before)
  await tuppence.approve(payment!)
}

async function closeOthers(page: Page, { console }: Tuppence): Promise<void> {
  for (const other of page.context().pages()) if (other !== console) await other.close()
}
