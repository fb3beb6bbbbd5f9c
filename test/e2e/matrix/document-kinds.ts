import { frameText, html, type Kind, PAID, text } from './kind'

const document200 = () => ({ headers: html, body: `<!doctype html><title>Paid</title>${PAID}` })

/** Documents, frames and forms. */
export const DOCUMENT_KINDS: Kind[] = [
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
]
