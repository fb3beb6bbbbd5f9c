import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'

const extension = join(import.meta.dirname, '../../.output/firefox-mv3')
const id = 'tuppence@wallet'
const uuid = '7a1c6f0e-9d5b-4c1e-8a52-3f1f0c2b4d66'
/** Origin of the extension's own pages. */
export const origin = `moz-extension://${uuid}`

/** Starts Firefox with the built extension. */
export async function launchFirefox(preferences: Record<string, unknown> = {}): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? 'firefox-esr',
    headless: true,
    // Lets the protocol open the extension's pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'network.dns.native-is-localhost': true,
      ...preferences,
    },
  })
  await browser.installExtension(extension)
  return browser
}
