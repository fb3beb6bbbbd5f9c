import { payees } from '../accounts'

/** What each of the foreign servers sells: a page and some data, at its own prices. */
export const goods = {
  page: { path: '/page', price: '$0.01', amount: 10_000n, says: 'The page that was paid for' },
  data: { path: '/data', price: '$0.02', amount: 20_000n, says: 'The data that was paid for' },
} as const

const entry = (price: string) =>
  ({ scheme: 'exact', network: 'eip155:84532', payTo: payees.workbench, price }) as const

/** For the official middlewares. */
export const routes = {
  'GET /page': { accepts: entry(goods.page.price), description: 'Page', mimeType: 'text/html' },
  '/data': { accepts: entry(goods.data.price), description: 'Data', mimeType: 'text/plain' },
} as const
