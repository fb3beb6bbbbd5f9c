import type { WorkbenchAnswer } from '../../world/workbench'
import { type Kind, PAID, run } from './kind'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A tenth of a second of silence: 8 kHz, one channel, 8 bits. */
const WAV = wav(800)
/** Across origins the browser hides HTML and JSON from elements, and their headers with it (ORB). */
const NO_DOCUMENT: WorkbenchAnswer = {
  headers: { 'Content-Type': 'text/plain' },
  body: 'Pay first',
}
const OF_ELEMENTS = 'nobody sees the body of an element’s 402; the terms have to be in the header'

/** What is loaded again by its element. */
export const ELEMENT_KINDS: Kind[] = [
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
    name: 'audio',
    mechanism: 'element',
    headerOnly: OF_ELEMENTS,
    unpaid: NO_DOCUMENT,
    deliver: () => ({ headers: { 'Content-Type': 'audio/wav' }, body: WAV }),
    ask: run((url) => {
      const audio = document.createElement('audio')
      audio.preload = 'auto'
      audio.onloadeddata = () => Object.assign(window, { got: 'PAID goods' })
      audio.src = url
      document.body.append(audio)
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
]

function wav(samples: number): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8_000, 24)
  header.writeUInt32LE(8_000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples, 40)
  return Buffer.concat([header, Buffer.alloc(samples, 128)])
}
