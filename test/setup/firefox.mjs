import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebian } from './debian.mjs'

const NAMES = ['firefox-esr', 'firefox']
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox']

/** Path of an installed Firefox, if there is one. `FIREFOX_PATH` goes first. */
function findFirefox() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [process.env.FIREFOX_PATH, ...onPath, ...PLACES].find((path) => path && existsSync(path))
}

/** Finds a Firefox, or installs Debian's. */
export async function ensureFirefox() {
  const found = findFirefox()
  if (found) return found
  console.log('No Firefox found; installing one…')
  await installDebian('firefox-esr')
  const installed = findFirefox()
  if (!installed) {
    console.error('Could not install Firefox. Install it and set FIREFOX_PATH to its binary.')
    process.exit(1)
  }
  return installed
}
