import { displayedTerms } from '../../lib/payment/displayed'
import { payees } from '../world/index'
import { expect, test } from './fixtures'

test('navigation by command', async ({ tuppence, world, context }) => {
  await tuppence.setUpWallet()
  const page = context.pages()[0]!
  await page.goto(`${world.news.url}/`)
  const before = await world.chain.balanceOf(payees.news)
  await page.goto(`${world.news.url}/articles/lighthouse-keeper`)
  await expect.poll(async () => (await tuppence.payments()).map((p) => p.state)).toEqual(['awaiting'])
  const [p] = await tuppence.payments()
  await tuppence.command('approve', { paymentId: p!.id, terms: displayedTerms(p!) })
  await expect.poll(async () => (await tuppence.payments()).map((p) => p.state)).toEqual(['confirmed'])
  console.log(await page.title(), page.url(), await page.evaluate(() => history.length))
  console.log((await tuppence.payments())[0])
  expect((await world.chain.balanceOf(payees.news)) - before).toBe(50_000n)
  await tuppence.allow(0.1, 1)
  for (const path of ['/weather?auto=1', '/weather-v1?auto=1']) {
    await page.goto(world.news.url + path)
    await page.waitForTimeout(1500)
    console.log(await page.locator('#forecast').textContent(), await page.locator('#forecast-error').textContent())
  }
  console.log((await tuppence.payments()).map((p) => [p.state, p.reasons, p.problem, p.request, p.trail.map(t=>t.state+' '+(t.at-p.createdAt)).join()]))
  console.log(await tuppence.rules())
})
