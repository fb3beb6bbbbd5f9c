import { currentPaywallPage, legacyPaywallPage, pythonPaywallPage } from '../paywall-pages'
import {
  answer402V1,
  answer402V2,
  encodeHeader,
  paymentRequiredV1,
  paymentRequiredV2,
} from '../terms'
import type { WorkbenchAnswer, WorkbenchRequest } from '../workbench'
import type { Demand } from './disguised'

interface Disguise {
  name: string
  /** The version that it is to be paid by. */
  version: 1 | 2
  demand: Demand
}

const page = (body: string): WorkbenchAnswer => ({
  status: 402,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body,
})
const isForBrowser = ({ headers }: WorkbenchRequest) => /text\/html/.test(headers.accept ?? '')
const bare = page('<!doctype html><title>402</title><h1>Pay to read</h1>')
const { accepts } = paymentRequiredV1()

/** Every place where servers have been seen to put their terms. */
export const disguises: Disguise[] = [
  { name: 'header PAYMENT-REQUIRED', version: 2, demand: () => answer402V2() },
  {
    name: 'header X-PAYMENT-REQUIRED',
    version: 2,
    demand: () => ({
      status: 402,
      headers: { 'X-PAYMENT-REQUIRED': encodeHeader(paymentRequiredV2()) },
      body: 'Pay first',
    }),
  },
  { name: 'JSON body, v1', version: 1, demand: () => answer402V1() },
  { name: 'JSON body, v2', version: 2, demand: () => answer402V1(paymentRequiredV2()) },
  {
    name: 'JSON body sent as HTML, v1',
    version: 1,
    demand: () => page(JSON.stringify(paymentRequiredV1())),
  },
  {
    name: 'HTML for browsers, JSON for others, v1',
    version: 1,
    demand: (request) => (isForBrowser(request) ? bare : answer402V1()),
  },
  {
    name: 'HTML for browsers, header for others, v2 (x402 issue 2418)',
    version: 2,
    demand: (request) => (isForBrowser(request) ? bare : answer402V2()),
  },
  {
    name: 'HTML paywall of the legacy package, 3.5 MB, v1',
    version: 1,
    demand: () => page(legacyPaywallPage(accepts)),
  },
  {
    name: 'HTML paywall of @x402/paywall without header, v2',
    version: 2,
    demand: () => page(currentPaywallPage(paymentRequiredV2())),
  },
  {
    name: 'HTML paywall as Python writes it, v2',
    version: 2,
    demand: () => page(pythonPaywallPage({ paymentRequired: paymentRequiredV2() })),
  },
  {
    name: 'v2 in the header, v1 in the body',
    version: 2,
    demand: () => {
      const v1 = answer402V1()
      return { ...v1, headers: { ...v1.headers, ...answer402V2().headers, ...v1.headers } }
    },
  },
  {
    name: 'v1 and v2 in one HTML paywall',
    version: 2,
    demand: () =>
      page(
        pythonPaywallPage({ paymentRequirements: accepts, paymentRequired: paymentRequiredV2() }),
      ),
  },
]
