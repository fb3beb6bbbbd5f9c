import { wrapFetchWithPayment, x402Client } from '@x402/fetch'

/** In the page: a client without a key fails as soon as the SDK meets a 402. */
const fetchWithPayment = wrapFetchWithPayment(fetch, new x402Client())

async function ask(path: string, init?: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetchWithPayment(path, init)
  return { status: response.status, text: await response.text() }
}

Object.assign(window, { ask })

export type Ask = typeof ask
