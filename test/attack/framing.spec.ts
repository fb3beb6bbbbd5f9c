import { extensionId } from '../e2e/extension-id'
import { expect, test } from '../e2e/fixtures'
import { openStall } from './stage'

const ours = `chrome-extension://${extensionId}`
const FILES = ['popup.html', 'dashboard.html', 'relay.js', 'page.js', 'background.js']

test.describe('The pages of the wallet', { tag: '@attack' }, () => {
  test('cannot be framed, embedded, opened, read or asked by any page', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await openStall(tuppence, world, page)
    for (const file of [...FILES, 'manifest.json', '_locales/en/messages.json']) {
      const url = `${ours}/${file}`
      expect(await page.evaluate((url) => fetch(url).catch((error) => error.name), url)).toBe(
        'TypeError',
      )
      // An element of any kind that would show it fails, or shows an error page of the browser.
      const shown = await page.evaluate(async (url) => {
        const tags = ['iframe', 'object', 'embed', 'img', 'script', 'link'] as const
        const results = tags.map((tag) => {
          const element = document.createElement(tag)
          const done = new Promise<string>((resolve) => {
            element.addEventListener('load', () => resolve('load'))
            element.addEventListener('error', () => resolve('error'))
          })
          Object.assign(element, { src: url, data: url, href: url, rel: 'stylesheet' })
          document.body.append(element)
          return tag === 'iframe' || tag === 'object' || tag === 'embed' ? 'frame' : done
        })
        return Promise.all(results)
      }, url)
      expect(shown).toEqual(['frame', 'frame', 'frame', 'error', 'error', 'error'])
    }
    const framed = () => page.frames().filter((frame) => frame.parentFrame())
    await expect
      .poll(() => framed().filter((frame) => !frame.url().startsWith('chrome-error:')).length)
      .toBe(0)

    const before = context.pages().length
    await page.evaluate((url) => void window.open(url), `${ours}/popup.html`)
    await page.evaluate((url) => void location.assign(url), `${ours}/dashboard.html#/limits`)
    // The browser shows that it is blocked.
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
    for (const opened of context.pages().slice(before)) {
      expect(opened.url()).not.toContain(extensionId)
    }
    const asked = await page.evaluate(
      () => typeof Reflect.get(globalThis, 'chrome')?.runtime?.sendMessage,
    )
    expect(asked).toBe('undefined')
  })

  test('cannot frame each other, and run no script but their own', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('settings')
    const outcome = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective)
      })
      const add = (change: Partial<HTMLScriptElement>) => {
        const script = Object.assign(document.createElement('script'), change)
        return new Promise((resolve) => {
          script.addEventListener('error', resolve)
          document.body.append(script)
          if (!change.src) resolve(undefined)
        })
      }
      await add({ textContent: 'globalThis.inline = true' })
      await add({ src: 'https://cdn.example/x.js' })
      await add({ src: 'data:text/javascript,globalThis.inline=true' })
      let evaluated = 'no'
      try {
        evaluated = String(new Function('return "yes"')())
      } catch {}
      const frame = Object.assign(document.createElement('iframe'), { src: '/popup.html' })
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      const inFrame = frame.contentDocument?.body?.childElementCount ?? 'out of reach'
      return { violations, evaluated, inFrame, inline: 'inline' in globalThis }
    })
    expect(outcome.evaluated).toBe('no')
    expect(outcome.inline).toBe(false)
    expect(outcome.inFrame).toBe('out of reach')
    expect(new Set(outcome.violations)).toEqual(new Set(['script-src-elem', 'script-src']))
  })

  test('the manifest opens no door beside the content scripts', async ({ tuppence }) => {
    const manifest = await tuppence.console.evaluate(() => chrome.runtime.getManifest())
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest).not.toHaveProperty('sandbox')
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    })
  })
})
