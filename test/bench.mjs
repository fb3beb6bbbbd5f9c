/**
 * `npm run bench`: installs what is missing, builds the extension and measures it on this machine.
 * `-- --json` prints the figures as JSON, `-- --part NAME` measures one part only, `-- --quick`
 * makes a tenth of the rounds.
 */
import { ensureChromium } from './setup/browser.mjs'
import { ensureFirefox } from './setup/firefox.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
const firefox = await ensureFirefox()
for (const browser of ['chrome', 'firefox']) {
  await mustRun('npx', ['wxt', 'build', '-b', browser], { stdio: ['ignore', 'ignore', 'inherit'] })
}
process.exitCode = await run('npx', ['tsx', 'test/bench/main.ts', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium, FIREFOX_PATH: firefox },
})
