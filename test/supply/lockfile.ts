import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  license?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const lock = read('package-lock.json') as { packages: Record<string, LockedPackage> }

/** What the project itself asks for. */
export const project = read('package.json') as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides: Record<string, string>
}

/** What the lockfile says that the project asks for. */
export const lockedProject: LockedPackage = lock.packages[''] ?? {}

/** Every package of the lockfile by its place, `node_modules/a/node_modules/b`. */
export const locked = new Map(Object.entries(lock.packages).filter(([place]) => place !== ''))

/** The packages that the extension is made of, with what these need, by their places. */
export function shipped(): Map<string, LockedPackage> {
  const found = new Map<string, LockedPackage>()
  const open: [name: string, from: string][] = []
  for (const name of Object.keys(project.dependencies)) open.push([name, ''])
  for (let next = open.pop(); next; next = open.pop()) {
    const place = placeOf(...next)
    const one = locked.get(place)
    if (!one) throw new Error(`Not in the lockfile: ${next[0]}`)
    if (found.has(place)) continue
    found.set(place, one)
    for (const name of Object.keys(one.dependencies ?? {})) open.push([name, place])
  }
  return found
}

/** As Node looks for a package: in the folder of whoever asks, then one further out. */
function placeOf(name: string, from: string): string {
  const place = `${from && `${from}/`}node_modules/${name}`
  if (locked.has(place) || from === '') return place
  return placeOf(name, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)))
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}
