import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { findAnvil, missingAnvil } from './anvil-binary'
import { endWithParent } from './end-with-parent'
import { rpcCall } from './rpc'

/** A running anvil process. */
export interface Anvil {
  readonly rpcUrl: string
  readonly port: number
  /** One JSON-RPC call; throws on an error answer. */
  rpc(method: string, params?: unknown[]): Promise<unknown>
  stop(): Promise<void>
}

const startTimeoutMs = 15_000

/** Starts anvil and waits until it answers. Port 0 means any free one. */
export async function startAnvil(args: string[] = [], port = 0): Promise<Anvil> {
  const binary = findAnvil()
  for (let attempt = 1; ; attempt++) {
    const chosen = port === 0 ? await freePort() : port
    const child = await launch(binary, ['--port', String(chosen), '--silent', ...args])
    const rpcUrl = `http://127.0.0.1:${chosen}`
    if (await answers(child, rpcUrl)) {
      return {
        rpcUrl,
        port: chosen,
        rpc: (method, params) => rpcCall(rpcUrl, method, params),
        stop: () => end(child),
      }
    }
    await end(child)
    // Between choosing the port and using it another program may have taken it.
    if (port !== 0 || attempt === 3) {
      throw new Error(`anvil did not start on port ${chosen}; is the port in use?`)
    }
  }
}

function launch(binary: string, args: string[]): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: 'ignore' })
    child.once('error', () => {
      reject(missingAnvil(existsSync(binary) ? `${binary} cannot be run` : `no ${binary} found`))
    })
    child.once('spawn', () => {
      endWithParent(child)
      resolve(child)
    })
  })
}

async function answers(child: ChildProcess, rpcUrl: string): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    try {
      await rpcCall(rpcUrl, 'eth_chainId')
      // The answer may come from the program that took our port: then anvil exits at once.
      await sleep(5)
      return child.exitCode === null && child.signalCode === null
    } catch {
      await sleep(5)
    }
  }
  return false
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
