/**
 * `npm test`: installs what is missing, builds the extension, runs every test and ends with one
 * line over all suites. Arguments go to Playwright, `--grep @main` to the browser suites of both.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
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
// Once more at the end, where nobody has to look for them in some thousand lines.
for (const { unstable = [], broken = [] } of suites) {
  for (const name of unstable) console.log(`passed when tried again: ${name}`)
  for (const name of broken) console.log(`FAILED: ${name}`)
}
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
  const counts = read(report, ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    broken: testResults.flatMap(brokenIn),
    unstable: testResults.flatMap((file) =>
      namedIn(file, (test) => test.status === 'passed' && test.failureMessages.length > 0),
    ),
  }))
  return { exit, ...counts }
}

/** Of a file of vitest; one that could not even be loaded has no test. */
function brokenIn(file) {
  const tests = namedIn(file, (test) => test.status === 'failed')
  return tests.length === 0 && file.status === 'failed' ? [relative(root, file.name)] : tests
}

function namedIn({ name, assertionResults }, which) {
  return assertionResults
    .filter(which)
    .map(({ fullName }) => `${relative(root, name)} › ${fullName}`)
}

async function playwright() {
  const report = join(results, 'browser.json')
  const options = ['--reporter=list,json', '--pass-with-no-tests', ...args]
  const exit = await run('npx', ['playwright', 'test', ...options], {
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const counts = read(report, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    unstable: namesOf(suites, 'flaky'),
    broken: namesOf(suites, 'unexpected'),
  }))
  return { exit, ...counts }
}

/** Of the tests of Playwright that ended like this. */
function namesOf(suites, status) {
  return suites.flatMap(({ title, suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map((spec) => `${title} › ${spec.title}`),
    ...namesOf(inner, status).map((name) => `${title} › ${name}`),
  ])
}

function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
