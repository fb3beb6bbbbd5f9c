import { run } from './run.mjs'

export function isRoot() {
  return process.getuid?.() === 0
}

/** Installs packages of Debian (or a relative), where that needs no password. */
export async function installDebian(...packages) {
  const sudo = isRoot() ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args]
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...packages)
}
