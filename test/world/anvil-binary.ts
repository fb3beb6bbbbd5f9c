import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packageArch: Record<string, string> = { x64: 'amd64', arm64: 'arm64' }

/** Path of the binary in the installed @foundry-rs package, else `anvil` from the PATH. */
export function findAnvil(): string {
  const name = platformPackage()
  const executable = process.platform === 'win32' ? 'anvil.exe' : 'anvil'
  try {
    const require = createRequire(import.meta.url)
    const manifest = require.resolve(`${name}/package.json`)
    const binary = join(dirname(manifest), 'bin', executable)
    if (existsSync(binary)) return binary
  } catch {
    // Not installed for this platform: the PATH may have it.
  }
  return executable
}

export function missingAnvil(what: string): Error {
  return new Error(
    `The local chain needs anvil, and ${what}. Install it with ` +
      `\`npm install --no-save ${platformPackage()}@1.7.1\`, or install Foundry ` +
      '(https://getfoundry.sh) so that `anvil` is on your PATH.',
  )
}

function platformPackage(): string {
  const arch = packageArch[process.arch] ?? process.arch
  return `@foundry-rs/anvil-${process.platform}-${arch}`
}
