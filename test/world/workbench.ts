import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { type LocalServer, listen } from './listen'
import { readBody } from './request-log'

export interface WorkbenchRequest {
  method: string
  /** Path and query. */
  url: string
  host: string
  headers: IncomingHttpHeaders
  body: string
}

export interface WorkbenchAnswer {
  /** 200 by default. */
  status?: number
  /** An array sends the header several times. */
  headers?: Record<string, string | string[]>
  /** An async iterable is sent in chunks as it comes. */
  body?: string | Uint8Array | AsyncIterable<string | Uint8Array>
  /** Ends the connection without an answer. */
  drop?: true
}

export type WorkbenchHandler = (
  request: WorkbenchRequest,
) => WorkbenchAnswer | Promise<WorkbenchAnswer>

/** A server that tests program one route at a time; it answers for every `*.localhost` host. */
export interface Workbench extends LocalServer {
  /** Answers `path` (without query), whatever the host; the latest call wins; `*` is any method. */
  on(method: string, path: string, handler: WorkbenchHandler): void
  /** Forgets all routes and the log. */
  clear(): void
}

export async function startWorkbench(port = 0): Promise<Workbench> {
  const routes = new Map<string, WorkbenchHandler>()
  const server = await listen(async (request, response) => {
    const { method = '', url = '', headers } = request
    const path = url.split('?')[0]
    const handler = routes.get(`${method} ${path}`) ?? routes.get(`* ${path}`)
    try {
      const body = await readBody(request)
      const seen = { method, url, host: headers.host ?? '', headers, body }
      await send(response, handler ? await handler(seen) : { status: 404, body: 'No such route' })
    } catch (error) {
      if (!response.headersSent) response.statusCode = 500
      response.end(String(error))
    }
  }, port)

  return {
    ...server,
    on: (method, path, handler) => {
      routes.set(`${method} ${path}`, handler)
    },
    clear: () => {
      routes.clear()
      server.log.length = 0
    },
  }
}

async function send(response: ServerResponse, answer: WorkbenchAnswer): Promise<void> {
  if (answer.drop) return void response.destroy()
  response.statusCode = answer.status ?? 200
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  if (isStream(answer.body)) {
    for await (const chunk of answer.body) response.write(chunk)
    response.end()
  } else {
    response.end(answer.body)
  }
}

function isStream(body: WorkbenchAnswer['body']): body is AsyncIterable<string | Uint8Array> {
  return typeof body === 'object' && Symbol.asyncIterator in body
}
