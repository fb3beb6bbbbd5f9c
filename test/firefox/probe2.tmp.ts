import { startWorld } from '../world/index'
import { answer402V2 } from '../world/terms'
import { launchFirefox } from './launch'
import { Tuppence } from './tuppence'

const world = await startWorld()
const b = await launchFirefox()
const t = await Tuppence.of(b, world)
await t.setUpWallet()
await t.allow()
await t.console.evaluate(() => {
  ;(globalThis as any).seen = []
  const B = (globalThis as any).browser
  const push = (e: string) => (d: any) => {
    if (d.tabId === -1 && !d.url.includes('/paid') && !d.url.includes('fav')) return
    ;(globalThis as any).seen.push(
      [
        e,
        d.requestId,
        d.statusCode,
        d.method,
        d.type,
        d.tabId,
        d.frameId,
        new URL(d.url).pathname + new URL(d.url).hash,
        'doc=' + d.documentUrl,
        'orig=' + d.originUrl,
        'anc=' + JSON.stringify(d.frameAncestors?.map((a: any) => a.url)),
        d.documentId,
        d.error,
        d.fromCache,
        d.redirectUrl,
        e === 'sh'
          ? JSON.stringify(
              d.requestHeaders
                .filter((h: any) => /^(sec-|x-moz|purpose|payment)/i.test(h.name))
                .map((h: any) => h.name + '=' + h.value.slice(0, 20)),
            )
          : '',
      ].join(' '),
    )
  }
  B.webRequest.onSendHeaders.addListener(push('sh'), { urls: ['<all_urls>'] }, ['requestHeaders'])
  B.webRequest.onHeadersReceived.addListener(push('hr'), { urls: ['<all_urls>'] })
  B.webRequest.onErrorOccurred.addListener(push('err'), { urls: ['<all_urls>'] })
  B.webRequest.onBeforeRedirect.addListener(push('redir'), { urls: ['<all_urls>'] })
})
const W = world.workbench
const A = W.origin('a'),
  Bo = W.origin('b')
W.on('GET', '/', ({ url }) => ({
  headers: { 'Content-Type': 'text/html' },
  body: `<title>Bench</title><link rel=icon href=/fav.ico>`,
}))
W.on('GET', '/fav.ico', ({ headers }) =>
  headers['payment-signature'] ? { body: 'x' } : answer402V2(),
)
for (const n of [
  'paid',
  'paid-pre',
  'paid-beacon',
  'paid-worker',
  'paid-manual',
  'paid-error',
  'paid-es',
  'paid-img',
  'paid-sw',
  'paid-shared',
  'paid-nocors',
  'paid-ka',
  'paid-preload',
  'paid-sync',
  'paid-css',
  'paid-font',
  'paid-dl',
])
  W.on('*', '/' + n, ({ headers }) =>
    headers['payment-signature']
      ? {
          headers:
            n === 'paid-dl'
              ? { 'content-disposition': 'attachment; filename=x' }
              : n === 'paid-sw'
                ? { 'content-type': 'text/html' }
                : n === 'paid-es'
                  ? { 'content-type': 'text/event-stream' }
                  : {},
          body: n === 'paid-es' ? 'data: hi\n\n' : '<title>PAID</title>ok ' + n,
        }
      : answer402V2(),
  )
W.on('GET', '/w.js', () => ({
  headers: { 'content-type': 'text/javascript' },
  body: `onmessage=e=>fetch(e.data).then(async r=>postMessage(r.status+await r.text()),x=>postMessage('ERR '+x)); onconnect=e=>{const p=e.ports[0];fetch('/paid-shared').then(r=>p.postMessage(r.status),x=>p.postMessage('ERR '+x))}`,
}))
W.on('GET', '/sw.js', () => ({
  headers: { 'content-type': 'text/javascript' },
  body: `self.addEventListener('install',()=>skipWaiting());self.addEventListener('activate',e=>e.waitUntil(clients.claim()));self.addEventListener('fetch',e=>{if(e.request.url.includes('paid-sw'))e.respondWith(fetch(e.request))})`,
}))
const p = await b.newPage()
await p.goto(A + '/')
const go = async (label: string, f: any, arg?: any) => {
  W.log.length = 0
  const r = await Promise.race([
    p.evaluate(f, arg).catch((e) => 'EX ' + String(e).slice(0, 100)),
    new Promise((r) => setTimeout(r, 4000, 'TIMEOUT')),
  ])
  await new Promise((r) => setTimeout(r, 400))
  console.log(
    '\n##',
    label,
    '=>',
    JSON.stringify(r),
    '| server:',
    W.log
      .filter((e) => e.url.startsWith('/paid') || e.url.startsWith('/fav'))
      .map((e) => `${e.method} ${e.status}${e.headers['payment-signature'] ? ' PAID' : ''}`)
      .join(', '),
  )
  for (const l of await t.console.evaluate(() => (globalThis as any).seen.splice(0)))
    console.log('   ', String(l).replaceAll(A, 'A').replaceAll(Bo, 'B'))
  for (const x of (await t.payments()).slice(-1))
    console.log(
      '   last:',
      x.request.url.slice(-14),
      x.state,
      x.site === A,
      x.asker,
      JSON.stringify(x.reasons),
      x.problem?.code ?? '',
    )
}
await go('favicon', () => 0)
await go('fetch', () =>
  fetch('/paid').then(async (r) => [r.status, r.url, r.redirected, await r.text()]),
)
await go('manual', () =>
  fetch('/paid-manual', { redirect: 'manual' }).then(
    async (r) => [r.status, r.type, await r.text()],
    String,
  ),
)
await go('error', () =>
  fetch('/paid-error', { redirect: 'error' }).then(async (r) => [r.status, await r.text()], String),
)
await go('prefetch', () => {
  const l = document.createElement('link')
  l.rel = 'prefetch'
  l.href = '/paid-pre'
  document.head.append(l)
})
await go('preload', () => {
  const l = document.createElement('link')
  l.rel = 'preload'
  l.as = 'script'
  l.href = '/paid-preload'
  document.head.append(l)
})
await go('beacon', () => navigator.sendBeacon('/paid-beacon', 'x'))
await go('keepalive', () =>
  fetch('/paid-ka', { keepalive: true, method: 'POST', body: 'x' }).then((r) => r.status),
)
await go(
  'worker',
  () =>
    new Promise((r) => {
      const w = new Worker('/w.js')
      w.onmessage = (e) => r(e.data)
      w.postMessage('/paid-worker')
    }),
)
await go(
  'shared',
  () =>
    new Promise((r) => {
      const w = new SharedWorker('/w.js')
      w.port.onmessage = (e) => r(e.data)
    }),
)
await go(
  'es',
  () =>
    new Promise((r) => {
      const x = new EventSource('/paid-es')
      x.onmessage = (e) => {
        x.close()
        r(e.data)
      }
      x.onerror = () => {
        x.close()
        r('error')
      }
    }),
)
await go(
  'nocors',
  (u: string) => fetch(u, { mode: 'no-cors' }).then((r) => r.type, String),
  Bo + '/paid-nocors',
)
await go('sync', () => {
  const x = new XMLHttpRequest()
  x.open('GET', '/paid-sync', false)
  x.send()
  return x.status + x.responseText
})
await go(
  'css',
  () =>
    new Promise((r) => {
      const l = document.createElement('link')
      l.rel = 'stylesheet'
      l.href = '/paid-css'
      l.onload = () => r('load')
      l.onerror = () => r('error')
      document.head.append(l)
    }),
)
await go('download link', () => {
  const a = document.createElement('a')
  a.href = '/paid-dl'
  a.download = 'f'
  document.body.append(a)
  a.click()
})
await go('sw register', () =>
  navigator.serviceWorker
    .register('/sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(
      () =>
        new Promise((r) =>
          navigator.serviceWorker.controller
            ? r(1)
            : navigator.serviceWorker.addEventListener('controllerchange', r),
        ),
    )
    .then(() => 'ok'),
)
await go('sw fetch', () => fetch('/paid-sw?f').then((r) => r.status, String))
await go('sw nav', () => {
  location.href = '/paid-sw?n'
})
await new Promise((r) => setTimeout(r, 1500))
await go('after sw nav', () => document.title + location.href)
await b.close()
await world.stop()
