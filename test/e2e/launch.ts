import { mkdir, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { BUILT } from './built'
import { inOneLanguage } from './one-language'

interface LaunchOptions {
  /** Folder of the browser profile; the same one again is a browser restart. */
  profile: string
  headless?: boolean
  colorScheme?: 'light' | 'dark'
  /** Pages may come back from the cache of pages, as for people; Playwright cannot wait for them. */
  backForwardCache?: boolean
  /** Opens a second door for `attachToPopup`. */
  debugPort?: number
  /** Name of the locale file that browser and extension are in. */
  language?: string
  /** Folders of the extensions that are installed. */
  extensions?: string[]
  /** Where every request goes first, those to this machine too. */
  proxy?: string
  /** Extensions are installed and taken out while it runs; there is none at the start. */
  installing?: boolean
}

/** Starts Chromium, by default with the built extension. */
export async function launchWithTuppence({
  profile,
  headless = true,
  colorScheme = 'light',
  debugPort,
  backForwardCache = false,
  language,
  proxy,
  installing = false,
  extensions = installing ? [] : [BUILT],
}: LaunchOptions): Promise<BrowserContext> {
  const { CHROMIUM_PATH } = process.env
  const installed = language
    ? await Promise.all(extensions.map((one) => inOneLanguage(one, language, profile)))
    : extensions
  return chromium.launchPersistentContext(profile, {
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
    // Playwright's own headless mode is a browser without extensions.
    headless: false,
    ...(proxy ? { proxy: { server: proxy, bypass: '<-loopback>' } } : {}),
    colorScheme,
    // What Playwright switches off would hide how the browser really treats people.
    ignoreDefaultArgs: [
      '--disable-prompt-on-repost',
      '--disable-popup-blocking',
      ...(installing ? ['--disable-extensions'] : []),
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    viewport: { width: 1280, height: 860 },
    env: {
      ...process.env,
      ...(language && { LANGUAGE: language }),
      ...(installing && { PATH: await withoutMenus(profile) }),
    },
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(debugPort ? [`--remote-debugging-port=${debugPort}`] : []),
      // A plain http site that is not this machine to the browser.
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(installing ? ['--enable-unsafe-extension-debugging'] : []),
      ...(language ? [`--lang=${language.replace('_', '-')}`] : []),
      ...(installed.length > 0
        ? [`--load-extension=${installed}`, `--disable-extensions-except=${installed}`]
        : []),
    ],
  })
}

/**
 * A search path on which the desktop's menus cannot be found: Chromium would look through those of
 * the user whenever an extension is taken out.
 * @param folder where there is room for it
 */
async function withoutMenus(folder: string): Promise<string> {
  const idle = join(folder, 'idle')
  await mkdir(idle)
  for (const name of ['xdg-icon-resource', 'xdg-desktop-menu']) {
    await symlink('/bin/true', join(idle, name))
  }
  return `${idle}${delimiter}${process.env.PATH}`
}
