import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ROOT } from './built'

const run = promisify(execFile)

interface Finding {
  code: string
  file: string
}

/** What the linter of Mozilla's store warns of, and why it stays. */
const EXPLAINED: [code: string, file: RegExp, reason: string][] = [
  [
    'UNSAFE_VAR_ASSIGNMENT',
    /^chunks\//,
    'React writes markup that a component asks it to; no component of ours does',
  ],
  [
    'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    /^manifest\.json$/,
    'We publish for the desktop; on Android the key that says what we collect is ignored before 142',
  ],
]

describe("the linter of Mozilla's store", () => {
  it('finds no error, and warns of nothing that is not explained', async () => {
    const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter')
    const args = [linter, '--output', 'json', join(ROOT, '.output/firefox-mv3')]
    const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 })
    const found = JSON.parse(stdout)
    expect(found.errors).toEqual([])
    const others = [...found.warnings, ...found.notices].filter(
      ({ code, file }: Finding) =>
        !EXPLAINED.some(([known, where]) => code === known && where.test(file)),
    )
    expect(others).toEqual([])
    const seen = found.warnings.map(({ code }: Finding) => code)
    // An explanation without its warning is a leftover.
    expect([...new Set(seen)].toSorted()).toEqual(EXPLAINED.map(([code]) => code).toSorted())
  })
})
