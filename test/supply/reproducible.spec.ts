import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILDS, type Build, filesOf, ROOT } from './built'

const run = promisify(execFile)
const LEFT_OUT = ['node_modules', '.git', '.output', '.wxt', 'test-results']
const OPTIONS: Record<Build, string[]> = { 'chrome-mv3': [], 'firefox-mv3': ['-b', 'firefox'] }

/** Whoever builds the sources gets what we published: in another folder, at another time. */
describe('a second build, somewhere else', () => {
  const copy = mkdtempSync(join(tmpdir(), 'tuppence-somewhere-else-'))
  beforeAll(() => {
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (path) => !LEFT_OUT.includes(relative(ROOT, path)),
    })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it.each(BUILDS)('of %s has the same bytes in every file', async (build) => {
    // A test's own `NODE_ENV` would make it a build for tests.
    const { NODE_ENV: _ofTests, ...surroundings } = process.env
    const env = { ...surroundings, TZ: 'Pacific/Kiritimati', LANG: 'C' }
    await run('npx', ['wxt', 'build', ...OPTIONS[build]], { cwd: copy, env })
    const [ours, theirs] = [filesOf(build), filesOf(build, copy)]
    expect([...theirs.keys()]).toEqual([...ours.keys()])
    const differing = [...ours].filter(([path, bytes]) => !theirs.get(path)?.equals(bytes))
    expect(differing.map(([path]) => path)).toEqual([])
    expect(ours.size).toBeGreaterThan(10)
  })
})
