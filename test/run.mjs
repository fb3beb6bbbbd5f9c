/**
 * `npm test`: installs what is missing, builds the extension, runs every test and ends with one
 * line over all suites. Arguments go to Playwright (`npm test -- --grep @main`).
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, root, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
await mustRun('npx', ['wxt', 'build'])

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const unitReport = join(results, 'unit.json')
const browserReport = join(results, 'browser.json')

const unitExit = await run('npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
const browserExit = await run(
  'npx',
  ['playwright', 'test', '--reporter=list,json', ...process.argv.slice(2)],
  {
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    },
  },
)

const unit = read(unitReport, ({ numPassedTests, numFailedTests }) => [
  numPassedTests,
  numFailedTests,
])
const browser = read(browserReport, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky])
const passed = unit[0] + browser[0]
// A suite that broke before it could count is a failure too.
const broken =
  Number(unitExit !== 0 && unit[1] === 0) + Number(browserExit !== 0 && browser[1] === 0)
const failed = unit[1] + browser[1] + broken
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return [0, 1]
  }
}
