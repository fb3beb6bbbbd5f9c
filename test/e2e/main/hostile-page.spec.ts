import { expect, test } from '../fixtures'
import { hostilePage } from './hostile-page'

test.describe('A hostile page', { tag: ['@main', '@attack'] }, () => {
  for (const seller of ['v2', 'v1'] as const) {
    test(`sees no signature, key or payment header of a ${seller} payment`, async ({
      tuppence,
      context,
      world,
      page,
    }) => {
      await tuppence.setUpWallet()
      await tuppence.allow(1, 5)
      world.workbench.on('GET', '/spy', () => ({
        headers: { 'Content-Type': 'text/html' },
        body: hostilePage,
      }))
      const { answer402V1, answer402V2, paymentRequiredV1, paymentRequiredV2 } = await import(
        '../../world/terms'
      )
      const header = seller === 'v2' ? 'payment-signature' : 'x-payment'
      world.workbench.on('GET', '/secret', ({ headers }) => {
        if (headers[header]) return { body: 'the paid secret' }
        return seller === 'v2' ? answer402V2(paymentRequiredV2()) : answer402V1(paymentRequiredV1())
      })
      await page.bringToFront()
      await page.goto(`${world.workbench.origin('a')}/spy`)
      expect(await page.evaluate(() => fetch('/secret').then((r) => r.text()))).toBe(
        'the paid secret',
      )
      const paid = world.workbench.log.filter(({ headers }) => headers[header])
      expect(paid).toHaveLength(1)

      // Read past Playwright's own helpers in the page, which the spy has patched as well.
      const session = await context.newCDPSession(page)
      const { result } = await session.send('Runtime.evaluate', { expression: `spied.join('\\n')` })
      const everything = String(result.value).toLowerCase()
      // The spy works: it has seen the page's own request and its answer.
      expect(everything).toContain('/secret')
      const [payment] = await tuppence.payments()
      const secrets = [
        tuppence.privateKey.slice(2),
        String(paid[0]?.headers[header]),
        payment?.authorization?.nonce.slice(2) ?? 'no nonce',
        header,
      ]
      for (const secret of secrets) expect(everything).not.toContain(secret.toLowerCase())
    })
  }

  test('forged messages to the wallet do nothing', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(1, 5)
    await page.goto(world.news.url)
    await page.evaluate(() => {
      const forged = [
        null,
        'approve',
        { report: 'document-402' },
        { type: 'approve', data: { paymentId: 'x', terms: '' }, timestamp: Date.now() },
        { type: 'lock', timestamp: Date.now() },
        { to: 'fetch', ticket: 'x', verdict: { verdict: 'repeat', fragment: 'x' } },
        Object.defineProperty({}, 'type', {
          get: () => {
            throw new Error('trap')
          },
          enumerable: true,
        }),
      ]
      for (const message of forged) {
        try {
          window.postMessage(message, '*')
        } catch {}
        for (const name of ['ask', 'tuppence:hello', 'tuppence:channel', 'answer']) {
          const detail = JSON.stringify({ kind: 'held', ticket: 't', url: '/x', method: 'GET' })
          document.dispatchEvent(new CustomEvent(name, { detail }))
          document.fonts.dispatchEvent(new CustomEvent(name, { detail }))
          window.dispatchEvent(new CustomEvent(name, { detail }))
        }
      }
    })
    await tuppence.command('refreshBalances')
    expect(await tuppence.payments()).toEqual([])
    expect(await tuppence.rules()).toEqual([])
  })

  test('a content script may not send a command of the user interface', async ({
    tuppence,
    context,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await page.goto(world.news.url)
    const session = await context.newCDPSession(page)
    const contexts: { id: number; origin: string; name: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
    await session.send('Runtime.enable')
    const isolated = contexts.find(({ origin }) => origin.startsWith('chrome-extension://'))
    const { result } = await session.send('Runtime.evaluate', {
      contextId: isolated!.id,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage({ id: 1, type: 'lock', timestamp: Date.now() })`,
    })
    expect(result.value).toMatchObject({ err: { code: 'not_allowed' } })
    const unlocked = await tuppence.console.evaluate(() => chrome.storage.session.get('unlocked'))
    expect(unlocked).toHaveProperty('unlocked')
  })
})
