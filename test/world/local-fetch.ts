import { type IncomingHttpHeaders, request } from 'node:http'

/** The answer to `localFetch`, read to its end. */
export interface LocalAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  /** The body as it arrived. */
  chunks: { text: string; at: number }[]
  json(): unknown
}

/**
 * Fetches `http://name.localhost:PORT/…` from Node, which cannot resolve such names everywhere:
 * it connects to 127.0.0.1 and sends the name as Host.
 */
export function localFetch(
  url: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<LocalAnswer> {
  const { host, port, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method: init.method ?? 'GET',
        headers: { ...init.headers, host },
        agent: false,
        maxHeaderSize: 1_048_576,
      },
      (incoming) => {
        const chunks: LocalAnswer['chunks'] = []
        incoming.setEncoding('utf8')
        incoming.on('data', (text: string) => chunks.push({ text, at: Date.now() }))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const body = chunks.map((chunk) => chunk.text).join('')
          const json = () => JSON.parse(body) as unknown
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body,
            chunks,
            json,
          })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(init.body)
  })
}
