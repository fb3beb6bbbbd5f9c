/**
 * `npm run soak`: builds the extension and uses it for half an hour, on fifty sites, while the worker
 * is stopped and the network fails at random; then adds everything up. `-- --minutes N` for another
 * time, `-- --seed N` for the same plan again. Ends by itself, with a table, and with exit code 1
 * when something does not hold.
 */
import { ensureChromium } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
await mustRun('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
process.exitCode = await run('npx', ['tsx', 'test/soak/main.ts', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium },
})
