/**
 * `npm run mutants`: breaks the code behind a promise of docs/GUARANTEES.md, or a defence of
 * docs/SECURITY.md, on purpose, one break at a time in a copy of the project, and runs the test that
 * holds it. The test has to turn red. Ends with a table; an argument picks the breaks whose names
 * contain it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { mutants } from './mutants/list.mjs'
import { ensureChromium } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { mustRun, root, run } from './setup/run.mjs'

const LEFT_OUT = ['node_modules', '.git', '.output', 'test-results']

await ensurePackages()
const picked = mutants.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const needsBrowser = picked.some(({ spec }) => spec)
const env = { ...process.env, ...(needsBrowser && { CHROMIUM_PATH: await ensureChromium() }) }
const copy = mkdtempSync(join(tmpdir(), 'tuppence-mutants-'))
const rows = []
try {
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(relative(root, path)),
  })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  await mustRun('npx', ['wxt', 'prepare'], { cwd: copy })
  const green = new Map()
  for (const mutant of picked) {
    const key = testOf(mutant).join(' ')
    // A test that is red anyway would show nothing.
    if (!green.has(key)) green.set(key, (await runTest(mutant)) === 0)
    rows.push({
      break: mutant.name,
      test: key,
      result: green.get(key) ? await tryOut(mutant) : 'test is red anyway',
    })
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.table(rows)
const survived = rows.filter(({ result }) => result !== 'caught')
console.log(`${rows.length - survived.length} caught, ${survived.length} not`)
process.exitCode = survived.length === 0 ? 0 : 1

async function tryOut(mutant) {
  const wholes = new Map()
  try {
    // Where two defences stand behind each other, both are taken away.
    for (const { file, find, replace } of mutant.edits ?? [mutant]) {
      const path = join(copy, file)
      const text = readFileSync(path, 'utf8')
      if (text.split(find).length !== 2) return 'the code to break is not there'
      if (!wholes.has(path)) wholes.set(path, text)
      writeFileSync(
        path,
        text.replace(find, () => replace),
      )
    }
    return (await runTest(mutant)) === 0 ? 'SURVIVED' : 'caught'
  } finally {
    for (const [path, whole] of wholes) writeFileSync(path, whole)
  }
}

async function runTest(mutant) {
  if (mutant.spec) await mustRun('npx', ['wxt', 'build'], { cwd: copy })
  return run('npx', testOf(mutant), { cwd: copy, env })
}

function testOf({ unit, spec, grep }) {
  if (unit) return ['vitest', 'run', unit]
  return [
    'playwright',
    'test',
    spec,
    '--workers=1',
    '--max-failures=1',
    ...(grep ? ['--grep', grep] : []),
  ]
}
