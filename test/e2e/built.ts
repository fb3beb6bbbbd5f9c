import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The built extension, in a copy of this process's own: Chromium writes into the folder of an extension
 * that it loads, and takes away again what another browser has written there.
 */
export const BUILT = copyOf(join(import.meta.dirname, '../../.output/chrome-mv3'))

function copyOf(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tuppence-built-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, 'chrome-mv3')
  cpSync(built, copy, { recursive: true, filter: (path) => !path.includes('_metadata') })
  return copy
}
