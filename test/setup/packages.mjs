import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, root } from './run.mjs'

/** Installs the packages of the lockfile, unless they are there. No install script is run. */
export async function ensurePackages() {
  const [major] = process.versions.node.split('.')
  if (Number(major) < 20) {
    console.error(`Tuppence needs Node 20 or newer; this is ${process.version}`)
    process.exit(1)
  }
  const installed = join(root, 'node_modules/.package-lock.json')
  const wanted = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  console.log('Installing packages…')
  // Not `npm ci`: it insists on the builds of every platform being in the lockfile, which lists those
  // of the platform that it was written on. The versions are the lockfile's all the same.
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await mustRun('npm', ['install', '--no-save', ...quietly])
}
