import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root. */
export const ROOT = join(import.meta.dirname, '../..')

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
export type Build = (typeof BUILDS)[number]

/** The files of a build as bytes, by their paths in it. */
export function filesOf(build: Build, root = ROOT): Map<string, Buffer> {
  const folder = join(root, '.output', build)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}

/** Those of one kind as text: `textsOf('chrome-mv3', 'js')`. */
export function textsOf(build: Build, kind: 'js' | 'html' | 'css'): [path: string, text: string][] {
  return [...filesOf(build)]
    .filter(([path]) => path.endsWith(`.${kind}`))
    .map(([path, bytes]) => [path, bytes.toString('utf8')])
}

export interface Manifest {
  permissions: string[]
  host_permissions: string[]
  content_security_policy: Record<string, string>
  content_scripts: { js: string[]; world?: string }[]
  [key: string]: unknown
}

export function manifestOf(build: Build): Manifest {
  return JSON.parse(filesOf(build).get('manifest.json')?.toString('utf8') ?? '')
}
