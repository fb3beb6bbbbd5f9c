import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebian, isRoot } from './debian.mjs'
import { run } from './run.mjs'

/** Chromium proper: branded Chrome no longer loads unpacked extensions from the command line. */
const NAMES = ['chromium', 'chromium-browser']
const PLACES = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium']

/** Path of an installed Chromium, if there is one. `CHROMIUM_PATH` goes first. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...onPath, ...PLACES].find(
    (path) => path && existsSync(path),
  )
}

/** Finds a Chromium, or installs one: Playwright's own where it can be had, else Debian's. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  console.log('No Chromium found; installing one…')
  await installPlaywrights()
  if (!(await findChromium())) await installDebian('chromium', 'fonts-liberation')
  const installed = await findChromium()
  if (!installed) {
    console.error('Could not install Chromium. Install it and set CHROMIUM_PATH to its binary.')
    process.exit(1)
  }
  return installed
}

async function installPlaywrights() {
  const withDeps = isRoot() ? ['--with-deps'] : []
  await run('npx', ['playwright', 'install', ...withDeps, 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeout: 10 * 60_000,
  })
}
