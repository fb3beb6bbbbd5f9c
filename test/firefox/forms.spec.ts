import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'

describe('Firefox: a form that costs @firefox', () => {
  const f = useFirefox()

  it('is submitted once more with its fields, in the order and encoding of the page', async () => {
    f.sell('/order', {
      method: 'POST',
      body: ({ body }) => `<title>Sold</title><pre>${body}</pre>`,
    })
    await f.openPage(
      `<form method=post action=/order>
        <input name=book value="Tide & Time"><input name=book value=ü><button>Buy</button></form>`,
    )
    await Promise.all([f.page.waitForNavigation(), f.page.click('button')])
    expect(await f.page.$eval('pre', (node) => node.textContent)).toBe(
      'book=Tide+%26+Time&book=%C3%BC',
    )
    expect(f.asked()).toEqual(['GET /', 'POST /order', 'POST /order $'])
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('keeps its file on the way through the popup', async () => {
    await f.tuppence.askAlways()
    f.sell('/upload', { method: 'POST', body: () => '<title>Kept</title>' })
    await f.openPage(
      `<form method=post action=/upload enctype=multipart/form-data>
        <input name=note value=hello><input name=file type=file><button>Send</button></form>`,
    )
    await f.page.$eval('input[type=file]', (input) => {
      const files = new DataTransfer()
      files.items.add(new File(['line one\nline two'], 'log.txt', { type: 'text/plain' }))
      Object.assign(input, { files: files.files })
    })
    const navigated = f.page.waitForNavigation()
    await f.page.click('button')
    await f.untilAsked()
    await f.tuppence.payInPopup(f.page)
    await navigated
    expect(await f.page.title()).toBe('Kept')
    const bodies = f.world.workbench.log.filter(({ method }) => method === 'POST')
    expect(bodies).toHaveLength(2)
    expect(bodies[1]?.body).toBe(bodies[0]?.body)
    expect(bodies[1]?.body).toContain('filename="log.txt"')
    expect(bodies[1]?.body).toContain('line one\nline two')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })
})
