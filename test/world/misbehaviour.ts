import { encodeHeader } from './terms'
import type { WorkbenchAnswer } from './workbench'

/** The payment that a server answers to. */
export interface Taken {
  /** What its facilitator said of the settlement. */
  settled: Record<string, unknown>
  /** The content. */
  goods: WorkbenchAnswer
  /** The 402 that anybody gets who does not pay. */
  demand: WorkbenchAnswer
}

/** How a server goes wrong with a payment that it has taken. */
export type Misbehaviour = (taken: Taken) => WorkbenchAnswer | Promise<WorkbenchAnswer>

/** Asks for payment once more, with the receipt on its 402. */
export const asksAgain: Misbehaviour = ({ demand, settled }) => withReceipt(demand, settled)

/** The same, as if it knew of no settlement. */
export const forgets: Misbehaviour = ({ demand }) => demand

export const breaks: Misbehaviour = ({ settled }) =>
  withReceipt({ status: 500, headers: PAGE, body: '<h1>Something broke' }, settled)

/** Breaks before it could say that it has the money. */
export const breaksSilently: Misbehaviour = () => ({
  status: 500,
  headers: PAGE,
  body: '<h1>Something broke',
})

/** `Content-Length: 0`. */
export const sendsNothing: Misbehaviour = ({ settled }) => withReceipt(EMPTY, settled)

/** The same, without a receipt. */
export const sendsNothingAtAll: Misbehaviour = () => EMPTY

/** An empty body in chunks: no header says that nothing comes. */
export const sendsNoChunks: Misbehaviour = ({ settled }) =>
  withReceipt({ headers: PAGE, body: noChunks() }, settled)

/** A page of excuses in place of data. */
export const sendsExcuses: Misbehaviour = ({ settled }) =>
  withReceipt({ headers: PAGE, body: '<p>Please switch JavaScript on' }, settled)

/** Ends the connection. */
export const hangsUp: Misbehaviour = () => ({ drop: true })

/** Never answers; whoever waits has to give up. */
export const staysSilent: Misbehaviour = () => new Promise(() => undefined)

/** Delivers, and says something else of the settlement than the chain does. */
export function lies(claim: Record<string, unknown>): Misbehaviour {
  return ({ goods, settled }) => withReceipt(goods, { ...settled, ...claim })
}

/** An answer with a receipt (x402 v2) on it. */
export function withReceipt(answer: WorkbenchAnswer, receipt: object): WorkbenchAnswer {
  return { ...answer, headers: { ...answer.headers, 'PAYMENT-RESPONSE': encodeHeader(receipt) } }
}

const PAGE = {
  'Content-Type': 'text/html',
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
}
const EMPTY: WorkbenchAnswer = { headers: { ...PAGE, 'Content-Length': '0' } }

async function* noChunks(): AsyncGenerator<string> {}
