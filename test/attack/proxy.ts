import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** Everything that a browser sends through a proxy. */
export interface Sent {
  /** Host and port. */
  host: string
  /** Method, address, headers and body; of what is encrypted only that it was asked for. */
  text: string
}

/** A proxy that writes down each request and passes on what goes to this machine. */
export async function startProxy() {
  const sent: Sent[] = []
  const server = createServer(async (incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const target = new URL(url)
    sent.push({ host: target.host, text: `${method} ${url} ${JSON.stringify(headers)} ${body}` })
    const { hostname } = target
    if (hostname !== '127.0.0.1' && !hostname.endsWith('localhost')) {
      outgoing.writeHead(502).end()
      return
    }
    const { port, pathname, search } = target
    const onward = { host: '127.0.0.1', port, method, path: pathname + search, headers }
    request(onward, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
      .on('error', () => outgoing.destroy())
      .end(body)
  })
  server.on('connect', ({ url = '' }, socket: Socket) => {
    sent.push({ host: url, text: `CONNECT ${url}` })
    socket.end('HTTP/1.1 502 Not here\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
