/**
 * `npm run demo`: installs what is missing, builds the extension and shows the whole story on this
 * machine. `--headless` plays it by itself.
 */
import { ensureChromium } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
await mustRun('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
process.exitCode = await run('npx', ['tsx', 'test/demo/main.ts', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium },
})
