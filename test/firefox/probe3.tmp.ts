import { startWorld } from '../world/index'
import { answer402V2 } from '../world/terms'
import { launchFirefox } from './launch'
import { Tuppence } from './tuppence'

const world = await startWorld()
const b = await launchFirefox({ 'extensions.background.idle.timeout': 6000 })
const t = await Tuppence.of(b, world)
await t.setUpWallet()
const W = world.workbench
const A = W.origin('a')
W.on('GET', '/', ({ url }) => ({
  headers: { 'Content-Type': 'text/html' },
  body: `<title>Bench</title><link rel=icon href=/fav.ico><img src=/img.png>`,
}))
W.on('GET', '/fav.ico', () => ({ status: 404 }))
W.on('GET', '/img.png', () => ({ status: 404 }))
W.on('GET', '/paid', ({ headers }) =>
  headers['payment-signature'] ? { body: 'x' } : answer402V2(),
)
const p = await b.newPage()
await p.goto(A + '/')
await new Promise((r) => setTimeout(r, 1000))
console.log(W.log.map((e) => [e.url, JSON.stringify(e.headers)]))

await p.bringToFront()
let done: unknown = 'pending'
const f = p
  .evaluate(() =>
    fetch('/paid').then(async (r) => [r.status, r.headers.get('x'), await r.text()], String),
  )
  .then((r) => (done = r))
for (let i = 0; i < 20; i++) {
  await new Promise((r) => setTimeout(r, 1000))
  console.log(
    i,
    done,
    'views',
    await t.console.evaluate(() =>
      (globalThis as any).browser.runtime
        .getBackgroundPage()
        .then((b: any) => b?.location?.href, String),
    ),
  )
  if (i === 1) console.log((await t.payments()).map((x) => [x.state, x.reasons]))
}
console.log((await t.payments()).map((x) => [x.state, x.reasons]))
await b.close()
await world.stop()
