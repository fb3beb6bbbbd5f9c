import type { BrowserContext, Page } from '@playwright/test'
import type { WorkbenchAnswer, WorkbenchRequest } from '../../world/workbench'

/** One way of a page to ask for something. */
export interface Kind {
  name: string
  /** How it is paid, for docs/COVERAGE.md. */
  mechanism: 'held' | 'reload' | 'form' | 'element' | 'download' | 'next attempt'
  method?: 'GET' | 'POST'
  /** Only on the page's own origin: across origins the platform does not let a page do it. */
  sameOriginOnly?: boolean
  /** The terms have to be in a header: why v1, which has them in the body, cannot be seen. */
  headerOnly?: string
  /** Never without asking: why. */
  alwaysAsks?: string
  unpaid?: WorkbenchAnswer
  deliver?: (request: WorkbenchRequest) => WorkbenchAnswer
  /** Makes the page ask; the promise is what the page gets in the end, for `PAID` to be in. */
  ask(page: Page, url: string, context: BrowserContext): Promise<() => Promise<string>>
}

const html = { 'Content-Type': 'text/html' }
export const PAID = 'PAID goods'
const text = (page: Page) => async () => (await page.locator('body').textContent()) ?? ''

const frameText = (page: Page) => async () =>
  (await page.frameLocator('iframe').locator('body').textContent()) ?? ''

/** What the page's own script got, kept on `window.got`. */
const got = (page: Page) => () =>
  page.evaluate(() => String((window as unknown as { got?: unknown }).got ?? ''))

const run =
  (script: (url: string) => void): Kind['ask'] =>
  async (page, url) => {
    await page.evaluate(script, url)
    return got(page)
  }

const document200 = () => ({ headers: html, body: `<!doctype html><title>Paid</title>${PAID}` })
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** Across origins the browser hides HTML and JSON from elements, and their headers with it (ORB). */
const NO_DOCUMENT: WorkbenchAnswer = {
  headers: { 'Content-Type': 'text/plain' },
  body: 'Pay first',
}
const OF_ELEMENTS = 'nobody sees the body of an element’s 402; the terms have to be in the header'

export const KINDS: Kind[] = [
  {
    name: 'navigation',
    mechanism: 'reload',
    deliver: document200,
    async ask(page, url) {
      await page.goto(url)
      return text(page)
    },
  },
  {
    name: 'link in a new tab',
    mechanism: 'reload',
    deliver: document200,
    async ask(page, url, context) {
      const opened = context.waitForEvent('page')
      await page.evaluate((url) => {
        document.body.innerHTML = `<a target="_blank" href="${url}">go</a>`
      }, url)
      await page.getByText('go').click()
      return text(await opened)
    },
  },
  {
    name: 'window.open',
    mechanism: 'reload',
    deliver: document200,
    async ask(page, url, context) {
      const opened = context.waitForEvent('page')
      await page.evaluate((url) => {
        document.body.innerHTML = '<button>open</button>'
        document.body.onclick = () => void window.open(url)
      }, url)
      await page.getByText('open').click()
      return text(await opened)
    },
  },
  {
    name: 'navigation to an empty 402 (error page)',
    mechanism: 'reload',
    headerOnly: 'an empty body has no terms',
    unpaid: { headers: { 'Content-Type': 'text/plain' }, body: '' },
    deliver: document200,
    async ask(page, url) {
      await page.goto(url).catch(() => undefined)
      return text(page)
    },
  },
  {
    name: 'navigation to a binary 402 (error page)',
    mechanism: 'reload',
    headerOnly: 'a binary body has no terms',
    unpaid: { headers: { 'Content-Type': 'application/octet-stream' }, body: 'xx' },
    deliver: document200,
    async ask(page, url) {
      await page.goto(url).catch(() => undefined)
      return text(page)
    },
  },
  {
    name: 'iframe',
    mechanism: 'reload',
    deliver: document200,
    async ask(page, url) {
      await page.evaluate((url) => {
        document.body.innerHTML = `<iframe src="${url}"></iframe>`
      }, url)
      return frameText(page)
    },
  },
  {
    name: 'sandboxed iframe',
    mechanism: 'reload',
    alwaysAsks: 'the frame has no origin of its own',
    deliver: document200,
    async ask(page, url) {
      await page.evaluate((url) => {
        document.body.innerHTML = `<iframe sandbox="" src="${url}"></iframe>`
      }, url)
      return frameText(page)
    },
  },
  {
    name: 'form POST',
    mechanism: 'form',
    method: 'POST',
    headerOnly: 'the wallet does not POST by itself to read terms',
    deliver: ({ body }) => ({ headers: html, body: `${PAID} ${body}` }),
    async ask(page, url) {
      await page.evaluate((url) => {
        document.body.innerHTML = `<form method="post" action="${url}">
          <input name="a" value="1 é"><input name="a" value="2"><button>send</button></form>`
      }, url)
      await page.getByText('send').click()
      return async () => {
        const shown = await text(page)()
        return shown.includes('a=1+%C3%A9&a=2') ? shown : `not the form: ${shown}`
      }
    },
  },
  {
    name: 'fetch',
    mechanism: 'held',
    ask: run((url) => {
      void fetch(url)
        .then((response) => response.text())
        .then((body) => Object.assign(window, { got: body }))
    }),
  },
  {
    name: 'fetch POST with JSON',
    mechanism: 'held',
    method: 'POST',
    headerOnly: 'the wallet does not POST by itself to read terms',
    deliver: ({ body }) => ({ body: `${PAID} ${body}` }),
    ask: run((url) => {
      void fetch(url, { method: 'POST', body: JSON.stringify({ a: 1 }) })
        .then((response) => response.text())
        .then((body) => Object.assign(window, { got: body.includes('{"a":1}') ? body : '' }))
    }),
  },
  {
    name: 'XMLHttpRequest',
    mechanism: 'held',
    ask: run((url) => {
      const xhr = new XMLHttpRequest()
      const seen: string[] = []
      xhr.onreadystatechange = () => seen.push(`${xhr.readyState}`)
      xhr.onload = () => seen.push(`load ${xhr.status}`)
      xhr.onloadend = () => {
        const clean = [...new Set(seen)].join() === '1,2,3,4,load 200'
        Object.assign(window, { got: clean ? xhr.responseText : seen.join() })
      }
      xhr.open('GET', url)
      xhr.send()
    }),
  },
  {
    name: 'image',
    mechanism: 'element',
    headerOnly: OF_ELEMENTS,
    unpaid: NO_DOCUMENT,
    deliver: () => ({ headers: { 'Content-Type': 'image/png' }, body: PNG }),
    ask: run((url) => {
      const image = new Image()
      image.onload = () => Object.assign(window, { got: 'PAID goods' })
      image.src = url
      document.body.append(image)
    }),
  },
  {
    name: 'script',
    mechanism: 'element',
    headerOnly: OF_ELEMENTS,
    unpaid: NO_DOCUMENT,
    deliver: () => ({
      headers: { 'Content-Type': 'text/javascript' },
      body: `window.got = '${PAID}'`,
    }),
    ask: run((url) => {
      const script = document.createElement('script')
      script.src = url
      document.body.append(script)
    }),
  },
  {
    name: 'style sheet',
    mechanism: 'element',
    headerOnly: OF_ELEMENTS,
    unpaid: NO_DOCUMENT,
    deliver: () => ({
      headers: { 'Content-Type': 'text/css' },
      body: `body::after { content: '${PAID}' }`,
    }),
    async ask(page, url) {
      await page.evaluate((url) => {
        const link = document.createElement('link')
        Object.assign(link, { rel: 'stylesheet', href: url })
        document.head.append(link)
      }, url)
      return () => page.evaluate(() => getComputedStyle(document.body, '::after').content)
    },
  },
  {
    name: 'download link',
    mechanism: 'download',
    sameOriginOnly: true,
    headerOnly: 'the wallet sees no body of a download',
    deliver: () => ({ headers: { 'Content-Type': 'application/octet-stream' }, body: PAID }),
    async ask(page, url) {
      const download = new Promise<string>((resolve) => {
        page.on('download', async (one) => {
          const chunks: Buffer[] = []
          const stream = await one.createReadStream().catch(() => undefined)
          if (!stream) return
          for await (const chunk of stream) chunks.push(chunk)
          resolve(Buffer.concat(chunks).toString())
        })
      })
      await page.evaluate((url) => {
        document.body.innerHTML = `<a download="goods.bin" href="${url}">save</a>`
      }, url)
      await page.getByText('save').click()
      return () =>
        Promise.race([download, new Promise<string>((r) => setTimeout(() => r(''), 200))])
    },
  },
  ...unheldKinds(),
]

function unheldKinds(): Kind[] {
  const alwaysAsks = 'nothing can hold it: the page has to ask again'
  return [
    {
      name: 'synchronous XMLHttpRequest',
      mechanism: 'next attempt',
      alwaysAsks,
      ask: run((url) => {
        const attempt = () => {
          const xhr = new XMLHttpRequest()
          xhr.open('GET', url, false)
          xhr.send()
          Object.assign(window, { got: xhr.responseText })
          if (xhr.status === 402) setTimeout(attempt, 1500)
        }
        attempt()
      }),
    },
    {
      name: 'EventSource',
      mechanism: 'next attempt',
      alwaysAsks,
      deliver: () => ({
        headers: { 'Content-Type': 'text/event-stream' },
        body: `data: ${PAID}\n\n`,
      }),
      ask: run((url) => {
        const attempt = () => {
          const source = new EventSource(url)
          source.onmessage = ({ data }) => {
            source.close()
            Object.assign(window, { got: data })
          }
          source.onerror = () => {
            source.close()
            setTimeout(attempt, 1500)
          }
        }
        attempt()
      }),
    },
    {
      name: 'fetch of a worker',
      mechanism: 'next attempt',
      alwaysAsks,
      ask: run((url) => {
        const code = `const attempt = () => fetch(${JSON.stringify(url)}).then(async (r) =>
          r.status === 402 ? setTimeout(attempt, 1500) : postMessage(await r.text())); attempt()`
        const worker = new Worker(URL.createObjectURL(new Blob([code])))
        worker.onmessage = ({ data }) => Object.assign(window, { got: data })
      }),
    },
    {
      name: 'fetch of a shared worker',
      mechanism: 'next attempt',
      alwaysAsks,
      ask: run((url) => {
        const code = `onconnect = ({ ports: [port] }) => {
          const attempt = () => fetch(${JSON.stringify(url)}).then(async (r) =>
            r.status === 402 ? setTimeout(attempt, 1500) : port.postMessage(await r.text()))
          attempt() }`
        const worker = new SharedWorker(URL.createObjectURL(new Blob([code])))
        worker.port.onmessage = ({ data }) => Object.assign(window, { got: data })
      }),
    },
  ]
}
