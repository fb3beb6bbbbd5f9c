import { x402Facilitator } from '@x402/core/facilitator'
import { ExactEvmScheme } from '@x402/evm/exact/facilitator'
import { ExactEvmSchemeV1 } from '@x402/evm/exact/v1/facilitator'
import express, { type Request, type Response } from 'express'
import type { LocalChain } from './chain'
import { facilitatorSigner } from './facilitator-signer'
import { listen } from './listen'

/**
 * What goes wrong at the facilitator:
 * - `unreachable`: the connection drops, nothing happens on chain;
 * - `unavailable`: 503, nothing happens on chain;
 * - `settle-unreachable`: verifies, but the connection drops when asked to settle;
 * - `answer-lost`: settles on chain, then drops the connection (x402 issues 808, 1062, 2294).
 */
export type FacilitatorFault = 'unreachable' | 'unavailable' | 'settle-unreachable' | 'answer-lost'

type Operation = 'verify' | 'settle'

/** The official x402 facilitator over HTTP, with faults that tests switch on and off. */
export type Facilitator = Awaited<ReturnType<typeof startFacilitator>>

export async function startFacilitator(chain: LocalChain, port = 0) {
  const counts: Record<Operation, number> = { verify: 0, settle: 0 }
  let fault: FacilitatorFault | undefined

  const signer = facilitatorSigner(chain)
  const facilitator = new x402Facilitator()
    .register(chain.network, new ExactEvmScheme(signer))
    .registerV1(chain.v1Network as `${string}:${string}`, new ExactEvmSchemeV1(signer))

  const answer = (operation: Operation) => async (request: Request, response: Response) => {
    counts[operation]++
    if (fault === 'unavailable') return response.status(503).send('Service Unavailable')
    if (fault === 'unreachable') return response.destroy()
    if (fault === 'settle-unreachable' && operation === 'settle') return response.destroy()
    const { paymentPayload, paymentRequirements } = request.body
    const result = await facilitator[operation](paymentPayload, paymentRequirements)
    if (fault === 'answer-lost' && operation === 'settle') return response.destroy()
    return response.json(result)
  }

  const app = express()
  app.use(express.json({ limit: '1mb' }))
  app.get('/supported', (_request, response) => response.json(facilitator.getSupported()))
  app.post('/verify', answer('verify'))
  app.post('/settle', answer('settle'))
  const server = await listen((request, response) => app(request, response), port)

  return {
    url: `http://127.0.0.1:${server.port}`,
    log: server.log,
    /** Requests received, also those that a fault spoiled. */
    counts,
    /** `undefined` makes it work again. */
    setFault(next: FacilitatorFault | undefined): void {
      fault = next
    },
    /** Shorthand for the fault `unreachable`. */
    down(isDown: boolean): void {
      fault = isDown ? 'unreachable' : undefined
    },
    stop: server.stop,
  }
}
