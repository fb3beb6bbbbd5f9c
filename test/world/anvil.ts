import { type ChildProcess, spawn } from 'node:child_process'
import { findAnvil } from './anvil-binary'
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
  const child = spawn(findAnvil(), ['--host', '127.0.0.1', '--port', String(port), ...args])
  endWithParent(child)
  const bound = await listening(child)
  const rpcUrl = `http://127.0.0.1:${bound}`
  // It would print every call.
  await rpcCall(rpcUrl, 'anvil_setLoggingEnabled', [false])
  return {
    rpcUrl,
    port: bound,
    rpc: (method, params) => rpcCall(rpcUrl, method, params),
    stop: () => end(child),
  }
}

/**
 * The port that anvil says it has bound. Asking the port instead could be answered by another
 * program that had it already.
 */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (what: string) => reject(new Error(`anvil ${what}: ${output.slice(-500).trim()}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`was not up after ${startTimeoutMs} ms`)
    }, startTimeoutMs)
    const read = (text: Buffer) => {
      output = (output + text).slice(-10_000)
      const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(output)?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      child.stdout?.off('data', read).resume()
      child.stderr?.off('data', read).resume()
      resolve(Number(port))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code}`)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      fail(`cannot be run (${error.message})`)
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
}
