/**
 * `npm test`: installs what is missing, builds the extension, runs every test and ends with one
 * line over all suites. Arguments go to Playwright, `--grep @main` to the browser suites of both.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './setup/browser.mjs'
import { ensureFirefox } from './setup/firefox.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, root, run } from './setup/run.mjs'

await ensurePackages()
const chromium = await ensureChromium()
const firefox = await ensureFirefox()
await mustRun('npx', ['wxt', 'build'])
await mustRun('npx', ['wxt', 'build', '-b', 'firefox'])

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const args = process.argv.slice(2)
const grep = args.find((_, at) => args[at - 1] === '--grep')

const suites = [
  await vitest('unit', []),
  await vitest('supply', ['--config=vitest.supply.config.ts']),
  await playwright(),
  await vitest('firefox', [
    '--config=vitest.firefox.config.ts',
    ...(grep ? [`--testNamePattern=${grep}`] : []),
  ]),
]
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const passed = sum(suites.map((suite) => suite.passed))
// A suite that broke before it could count is a failure too.
const failed = sum(suites.map((suite) => suite.failed || Number(suite.exit !== 0)))
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function vitest(name, options) {
  const report = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const exit = await run('npx', ['vitest', 'run', ...reporters, ...options], {
    env: { ...process.env, FIREFOX_PATH: firefox },
  })
  const counts = read(report, ({ numPassedTests, numFailedTests }) => [
    numPassedTests,
    numFailedTests,
  ])
  return { exit, ...counts }
}

async function playwright() {
  const report = join(results, 'browser.json')
  const options = ['--reporter=list,json', '--pass-with-no-tests', ...args]
  const exit = await run('npx', ['playwright', 'test', ...options], {
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const counts = read(report, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected])
  return { exit, ...counts }
}

function read(file, count) {
  try {
    const [passed, failed] = count(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
