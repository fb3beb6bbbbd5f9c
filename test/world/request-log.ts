import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http'

/** One request as a server saw it. */
export interface LoggedRequest {
  method: string
  /** Path and query. */
  url: string
  host: string
  /** Names in lower case, as Node gives them. */
  headers: IncomingHttpHeaders
  /** What the handler has read with `readBody`; else empty. */
  body: string
  /** Status answered; 0 while the answer is not finished, or when the client went away. */
  status: number
  /** Arrival, ms since the epoch. */
  at: number
}

const entries = new WeakMap<IncomingMessage, LoggedRequest>()

/** Wraps a handler so that each request is appended to `log` before it is handled. */
export function logRequests(log: LoggedRequest[], handler: RequestListener): RequestListener {
  return (request, response) => {
    const entry: LoggedRequest = {
      method: request.method ?? '',
      url: request.url ?? '',
      host: request.headers.host ?? '',
      headers: request.headers,
      body: '',
      status: 0,
      at: Date.now(),
    }
    entries.set(request, entry)
    log.push(entry)
    response.on('finish', () => {
      entry.status = response.statusCode
    })
    handler(request, response)
  }
}

/** Reads the whole body as UTF-8 and notes it in the log. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString('utf8')
  const entry = entries.get(request)
  if (entry) entry.body = body
  return body
}
