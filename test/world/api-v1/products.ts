import { setTimeout as sleep } from 'node:timers/promises'
import { forecast } from '../forecast'
import { almanacPage } from './almanac-page'

/** One thing the v1 server sells. */
export interface Product {
  /** USDC, atomic units (6 decimals). */
  amount: string
  description: string
  contentType: string
  content(): AsyncIterable<string> | Iterable<string>
}

const streamed = ['Low water, ', 'slack, ', 'flood, ', 'half flood, ', 'high water.']
const streamPauseMs = 100

export const products: Record<string, Product> = {
  '/forecast': {
    amount: '20000',
    description: 'Inshore forecast — The Pilot’s Almanac',
    contentType: 'application/json',
    content: () => [JSON.stringify(forecast)],
  },
  '/almanac': {
    amount: '30000',
    description: 'Today’s page — The Pilot’s Almanac',
    contentType: 'text/html; charset=utf-8',
    content: () => [almanacPage],
  },
  '/stream': {
    amount: '10000',
    description: 'The tide as it rises — The Pilot’s Almanac',
    contentType: 'text/plain; charset=utf-8',
    async *content() {
      for (const [index, part] of streamed.entries()) {
        if (index > 0) await sleep(streamPauseMs)
        yield part
      }
    },
  },
}
