import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type LoggedRequest, logRequests } from './request-log'

/** A loopback HTTP server that answers for every `*.localhost` name. */
export interface LocalServer {
  readonly port: number
  /** Every request received, oldest first. */
  readonly log: LoggedRequest[]
  /** `origin('a')` is `http://a.localhost:PORT`. */
  origin(name: string): string
  stop(): Promise<void>
}

/** Listens on 127.0.0.1 and, where the machine has it, on ::1. Port 0 means any free one. */
export async function listen(handler: RequestListener, port = 0): Promise<LocalServer> {
  const log: LoggedRequest[] = []
  const logged = logRequests(log, handler)
  const servers = await bindLoopback(logged, port)
  const bound = portOf(servers[0])
  return {
    port: bound,
    log,
    origin: (name) => `http://${name}.localhost:${bound}`,
    stop: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

async function bindLoopback(
  handler: RequestListener,
  port: number,
): Promise<[Server, ...Server[]]> {
  for (let attempt = 1; ; attempt++) {
    const v4 = await bind(handler, '127.0.0.1', port)
    try {
      return [v4, await bind(handler, '::1', portOf(v4))]
    } catch (error) {
      // Chromium tries ::1 too: a stranger holding it would get our requests.
      if (codeOf(error) !== 'EADDRINUSE') return [v4]
      await close(v4)
      if (port !== 0 || attempt === 5) throw error
    }
  }
}

function bind(handler: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler)
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
