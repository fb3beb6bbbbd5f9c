import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

const packageArch: Record<string, string> = { x64: 'amd64', arm64: 'arm64' }
const executable = process.platform === 'win32' ? 'anvil.exe' : 'anvil'

/** Path of the binary in the installed @foundry-rs package, else of `anvil` on the PATH. */
export function findAnvil(): string {
  const binary = [inPackage(), ...onPath()].find((path) => path !== undefined && existsSync(path))
  if (binary !== undefined) return binary
  throw new Error(
    'The local chain needs anvil. Install it with ' +
      `\`npm install --no-save ${platformPackage()}@1.7.1\`, or install Foundry ` +
      '(https://getfoundry.sh) so that `anvil` is on your PATH.',
  )
}

function inPackage(): string | undefined {
  try {
    const { resolve } = createRequire(import.meta.url)
    return join(dirname(resolve(`${platformPackage()}/package.json`)), 'bin', executable)
  } catch {
    return undefined
  }
}

/** npm's own folders are left out: the `anvil` there is a wrapper for the package looked up above. */
function onPath(): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.endsWith(join('node_modules', '.bin')))
    .map((folder) => join(folder, executable))
}

function platformPackage(): string {
  return `@foundry-rs/anvil-${process.platform}-${packageArch[process.arch] ?? process.arch}`
}
