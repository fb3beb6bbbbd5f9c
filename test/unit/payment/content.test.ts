import { describe, expect, it } from 'vitest'
import { contentProblem, type Delivery, essenceOf } from '../../../lib/payment/content'

const problemOf = (change: Partial<Delivery>) =>
  contentProblem({ method: 'GET', status: 200, ...change })?.code

describe('an answer without a body', () => {
  it.each([
    ['GET', { length: 0 }, true],
    ['GET', { status: 204 }, true],
    ['GET', { status: 205 }, true],
    ['GET', { length: 1 }, false],
    // In chunks, or until the connection ends.
    ['GET', {}, false],
    ['HEAD', { length: 0 }, false],
    ['HEAD', { status: 204, promised: 'text/html' }, false],
    // What was asked for may be done without a word, unless something was promised.
    ['POST', { status: 204 }, false],
    ['DELETE', { length: 0 }, false],
    ['POST', { length: 0, promised: 'application/json' }, true],
    ['PUT', { status: 204, promised: 'application/json' }, true],
  ] as const)('%s %j: %s', (method, answer, isEmpty) => {
    expect(problemOf({ method, ...answer })).toBe(isEmpty ? 'content_empty' : undefined)
  })
})

describe('another type than was promised', () => {
  it.each([
    ['application/json', 'text/html'],
    ['text/html', 'application/json'],
    ['application/pdf', 'text/html'],
    ['image/png', 'text/html'],
    ['image/png', 'text/plain'],
    ['text/plain', 'image/png'],
    ['text/csv', 'text/html'],
    ['text/plain', 'text/html'],
    ['audio/mpeg', 'application/json'],
    ['video/mp4', 'image/gif'],
    ['application/pdf', 'application/zip'],
  ])('%s, and then %s: differs', (promised, mimeType) => {
    expect(contentProblem({ method: 'GET', status: 200, promised, mimeType })).toEqual({
      code: 'content_type_differs',
      details: { promised, given: mimeType },
    })
  })

  it.each([
    ['text/html', 'text/html'],
    ['Text/HTML; charset=utf-8', 'text/html'],
    ['text/html', 'application/xhtml+xml'],
    ['application/json', 'application/problem+json'],
    ['application/json', 'application/x-ndjson'],
    ['application/json', 'text/event-stream'],
    ['application/json', 'text/plain'],
    ['application/xml', 'text/xml'],
    ['application/atom+xml', 'application/xml'],
    ['text/javascript', 'application/x-javascript'],
    ['text/markdown', 'text/plain'],
    ['text/plain', 'text/csv'],
    ['text/plain', 'application/json'],
    ['image/png', 'image/webp'],
    ['image/jpeg', 'image/svg+xml'],
    ['application/pdf', 'application/octet-stream'],
    ['application/octet-stream', 'text/html'],
    ['*/*', 'text/html'],
    ['image/*', 'text/html'],
    ['', 'text/html'],
    ['a page', 'text/html'],
    [undefined, 'text/html'],
    ['application/json', undefined],
  ])('%s, and then %s: is good', (promised, mimeType) => {
    expect(
      contentProblem({ method: 'GET', status: 200, promised, ...(mimeType && { mimeType }) }),
    ).toBe(undefined)
  })
})

describe('a content type', () => {
  it.each([
    ['text/html; charset=utf-8', 'text/html'],
    [' TEXT/Html ;x', 'text/html'],
    ['application/vnd.api+json', 'application/vnd.api+json'],
    ['text', undefined],
    ['text/', undefined],
    ['<b>/html', undefined],
    ['', undefined],
    [undefined, undefined],
    [`text/${'x'.repeat(200)}`, undefined],
  ])('%j is %j', (header, essence) => {
    expect(essenceOf(header)).toBe(essence)
  })
})
