import { describe, expect, it } from 'vitest'
import { locked, lockedProject, project, shipped } from './lockfile'

/** What would like to run a script at its installation, and why we need none of them. */
const SCRIPTS: Record<string, string> = {
  'node_modules/@foundry-rs/anvil':
    'looks for the binary of this platform, which is a package of its own; so do we',
  'node_modules/esbuild':
    'makes the start of its command faster; the binary is a package of its own',
  'node_modules/workerd': 'the same as esbuild',
}

/** Licences that let their code be part of ours (MIT), with their notices kept. */
const LICENCES: Record<string, string[]> = {
  MIT: [],
  ISC: ['lucide-react'],
  '0BSD': ['tslib'],
  'Apache-2.0': ['dexie', 'dexie-react-hooks'],
  Unlicense: ['wouter'],
}

const nameOf = (place: string) => place.replace(/^.*node_modules\//, '')

describe('the packages', () => {
  it('that the project asks for are pinned to one version each', () => {
    const { dependencies, devDependencies, overrides } = project
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    expect(versions.length).toBeGreaterThan(40)
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('are those of the lockfile', () => {
    expect(lockedProject.dependencies).toEqual(project.dependencies)
    expect(lockedProject.devDependencies).toEqual(project.devDependencies)
    const asked = Object.entries({ ...project.dependencies, ...project.devDependencies })
    for (const [name, version] of asked) {
      expect([name, locked.get(`node_modules/${name}`)?.version]).toEqual([name, version])
    }
  })

  it('all have a checksum, and come from a registry and nowhere else', () => {
    expect(locked.size).toBeGreaterThan(500)
    for (const [place, { integrity, link, resolved, version }] of locked) {
      expect([place, integrity]).toEqual([place, expect.stringMatching(/^sha512-[\w+/]{86}==$/)])
      expect([place, version]).toEqual([place, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)])
      // No address: whichever registry the reader uses, the checksum tells.
      expect([place, link, resolved]).toEqual([place, undefined, undefined])
    }
  })

  it('need no script at their installation', () => {
    const scripted = [...locked].filter(([, { hasInstallScript }]) => hasInstallScript)
    expect(scripted.map(([place]) => place).toSorted()).toEqual(Object.keys(SCRIPTS).toSorted())
  })
})

describe('what the extension is made of', () => {
  it('may be part of it by its licence', () => {
    const unusual = new Map<string, string[]>()
    for (const [place, { license = 'none' }] of shipped()) {
      const names = unusual.get(license) ?? []
      unusual.set(license, license === 'MIT' ? [] : [...names, nameOf(place)].toSorted())
    }
    expect(Object.fromEntries(unusual)).toEqual(LICENCES)
  })

  it('is known to the last package, and runs no script', () => {
    const packages = shipped()
    expect([...packages.keys()].map(nameOf)).toEqual(
      expect.arrayContaining([...Object.keys(project.dependencies), 'scheduler', 'ox']),
    )
    expect([...packages].filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  })
})
