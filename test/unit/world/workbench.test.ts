import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localFetch } from '../../world/local-fetch'
import { malformed402s } from '../../world/malformed-402s'
import { startWorkbench, type Workbench } from '../../world/workbench'

let workbench: Workbench

beforeAll(async () => {
  workbench = await startWorkbench()
})
afterAll(() => workbench.stop())
beforeEach(() => workbench.clear())

describe('the workbench', () => {
  it('answers as programmed and logs what it saw', async () => {
    workbench.on('POST', '/echo', ({ host, body }) => ({ status: 201, body: `${host} ${body}` }))
    const url = `${workbench.origin('a')}/echo?x=1`
    const answer = await localFetch(url, {
      method: 'POST',
      headers: { 'payment-signature': 'abc' },
      body: 'hello',
    })
    expect(answer).toMatchObject({ status: 201, body: `a.localhost:${workbench.port} hello` })
    expect(workbench.log).toMatchObject([
      { method: 'POST', url: '/echo?x=1', body: 'hello', status: 201 },
    ])
    expect(workbench.log[0]?.headers['payment-signature']).toBe('abc')
  })

  it('answers 404 for what was not programmed, or was cleared', async () => {
    workbench.on('*', '/here', () => ({}))
    workbench.clear()
    expect((await localFetch(`${workbench.origin('b')}/here`)).status).toBe(404)
  })

  it('can serve every malformed 402', async () => {
    const answers = malformed402s()
    expect(new Set(answers.map((answer) => answer.name)).size).toBe(answers.length)
    for (const answer of answers) {
      workbench.on('GET', '/paid', () => answer)
      const served = await localFetch(`${workbench.origin('a')}/paid`)
      expect(served.status, answer.name).toBe(402)
      expect(served.body, answer.name).toBe(answer.body)
      // Chromium refuses more than 256 KiB of response headers.
      expect(JSON.stringify(served.headers).length, answer.name).toBeLessThan(250_000)
    }
  })
})
