import { startWorld } from '../world/index'
import { launchFirefox, origin } from './launch'
import { Tuppence } from './tuppence'

const t0 = performance.now()
const lap = (...a: unknown[]) => console.log(Math.round(performance.now() - t0), ...a)
const world = await startWorld()
const b = await launchFirefox()
lap('launched')
const t = await Tuppence.of(b, world)
lap('open')
await t.setUpWallet()
lap('wallet')
await t.allow()
const p = await b.newPage()
const s = performance.now()
await p.goto(world.news.url + '/articles/tide-tables')
lap('nav', performance.now() - s, await p.title())
console.log(
  world.news.log
    .filter((e) => e.url.includes('articles'))
    .map((e) => [e.at, e.status, !!e.headers['payment-signature']]),
)
console.log(
  (await t.payments()).map((x) => [
    x.state,
    x.trail.map((e) => e.state + ':' + (e.at - x.createdAt)).join(' '),
    x.reasons,
    x.problem,
  ]),
)
await t.askAlways()
const nav = p.goto(world.news.url + '/articles/lighthouse-keeper').catch(String)
lap('asked')
const popup = await t.openPopup(p)
lap('popup', await popup.evaluate(() => document.body.innerText))
await popup.locator('::-p-aria(Pay $0.05)').click()
lap('clicked')
await nav
lap(await p.title())
console.log(
  (await t.payments()).map((x) => [
    x.state,
    x.trail.map((e) => e.state + ':' + (e.at - x.createdAt)).join(' '),
    x.reasons,
    x.problem,
  ]),
)
await b.close()
await world.stop()
