import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { paidAnswer } from '../../../entrypoints/background/answer'
import type { HttpHeader } from '../../../lib/protocols/x402/headers'

const header = (name: string, value: string): HttpHeader => ({ name, value })
const answerOf = (...responseHeaders: HttpHeader[]) =>
  paidAnswer({ statusCode: 200, statusLine: 'HTTP/1.1 200 OK', responseHeaders }, 1)

describe('what is kept of the answer to a paid request', () => {
  it('is its status, its time, its type and its length', () => {
    const kept = answerOf(
      header('content-type', 'Text/HTML; charset=utf-8'),
      header('Content-Length', '12'),
    )
    expect(kept).toMatchObject({ status: 200, at: 1, mimeType: 'text/html', length: 12 })
  })

  it.each([
    [[]],
    [[header('Content-Length', 'none')]],
    [[header('Content-Length', '-1')]],
    [[header('Content-Length', '0'), header('Content-Length', '5')]],
    [[header('Content-Length', '0'), header('Transfer-Encoding', 'chunked')]],
  ])('is no length that is not certain: %j', (headers) => {
    expect(answerOf(...headers)).not.toHaveProperty('length')
    expect(answerOf(...headers)).not.toHaveProperty('mimeType')
  })

  it('is a hash of the status line and the header lines, as they came', () => {
    const { headersHash } = answerOf(header('Date', 'today'), header('X-Empty', ''), {
      name: 'Bare',
    })
    const text = 'HTTP/1.1 200 OK\nDate: today\nX-Empty: \nBare: '
    expect(headersHash).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('is a hash without the cookies', () => {
    const date = header('Date', 'today')
    const { headersHash } = answerOf(date)
    expect(answerOf(header('Set-Cookie', 'a=b'), date, header('set-cookie', 'c'))).toMatchObject({
      headersHash,
    })
    expect(answerOf(header('Date', 'tomorrow')).headersHash).not.toBe(headersHash)
  })

  it('takes bytes that are no text, too', () => {
    const odd: HttpHeader = { name: 'X-Odd', binaryValue: new Uint8Array([255]) }
    expect(answerOf(odd).headersHash).toMatch(/^[0-9a-f]{64}$/)
    expect(paidAnswer({ statusCode: 204 } as never, 1)).toMatchObject({ status: 204 })
  })
})
