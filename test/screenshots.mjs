/**
 * `npm run screenshots`: installs what is missing, builds the extension and takes the pictures of
 * docs/screenshots: every screen, in light and dark, in two languages.
 */
import { ensureChromium } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
await mustRun('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
const config = '--config=test/screenshots/playwright.config.ts'
process.exitCode = await run('npx', ['playwright', 'test', config, ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium },
})
