import type { Tuppence } from '../e2e/tuppence'
import type { FacilitatorFault } from '../world/facilitator'
import type { World } from '../world/index'
import { listen } from '../world/listen'
import { readBody } from '../world/request-log'
import type { Random } from './random'

/** The way of the wallet to its chain, which can be cut. */
export async function startRpcProxy(rpcUrl: string) {
  let isDown = false
  const server = await listen(async (request, response) => {
    const body = await readBody(request)
    if (isDown) return void response.destroy()
    try {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(rpcUrl, { method: 'POST', headers, body })
      response.setHeader('content-type', 'application/json')
      response.end(await answer.text())
    } catch {
      response.destroy()
    }
    // Thousands of calls: nobody reads them.
    server.log.length = 0
  })
  return {
    url: `http://127.0.0.1:${server.port}/`,
    down: (next: boolean) => {
      isDown = next
    },
    stop: server.stop,
  }
}
export type RpcProxy = Awaited<ReturnType<typeof startRpcProxy>>

const FACILITATOR_FAULTS: [FacilitatorFault, ...FacilitatorFault[]] = [
  'unreachable',
  'unavailable',
  'settle-unreachable',
  'answer-lost',
]
type Storm = 'worker' | 'facilitator' | 'rpc'

/** What goes wrong around the wallet, at moments that the seed decides. */
export class Weather {
  readonly #world: World
  readonly #tuppence: Tuppence
  readonly #rpc: RpcProxy
  /** From when to when something was wrong, milliseconds since 1970. */
  readonly #storms: { from: number; to: number }[] = []
  readonly counts: Record<Storm, number> = { worker: 0, facilitator: 0, rpc: 0 }

  constructor(world: World, tuppence: Tuppence, rpc: RpcProxy) {
    this.#world = world
    this.#tuppence = tuppence
    this.#rpc = rpc
  }

  /** Storms one after the other until it is over; the worker is left alone from `mild` on. */
  async rage(random: Random, isMild: () => boolean, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await pause(random.between(1_500, 8_000), isOver)
      if (isOver()) break
      const from = Date.now()
      const storm = this.#strike(random, isMild())
      const lasts = random.between(1_000, 5_000)
      // Its effects may be felt for a moment longer.
      this.#storms.push({ from, to: from + (storm === 'worker' ? 0 : lasts) + 3_000 })
      if (storm !== 'worker') await pause(lasts, isOver)
      this.clear()
    }
  }

  clear(): void {
    this.#world.facilitator.setFault(undefined)
    this.#rpc.down(false)
  }

  /** Whether nothing was wrong in all that time. */
  wasCalm(from: number, to: number): boolean {
    return !this.#storms.some((storm) => storm.from <= to && storm.to >= from)
  }

  #strike(random: Random, isMild: boolean): Storm {
    const dice = random.next()
    const fault = random.pick(FACILITATOR_FAULTS)
    const storm = dice < 0.6 && !isMild ? 'worker' : dice < 0.8 ? 'facilitator' : 'rpc'
    this.counts[storm] += 1
    if (storm === 'facilitator') this.#world.facilitator.setFault(fault)
    else if (storm === 'rpc') this.#rpc.down(true)
    // A worker that is not running cannot be stopped.
    else void this.#tuppence.stopWorker().catch(() => undefined)
    return storm
  }
}

async function pause(ms: number, isOver: () => boolean): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end && !isOver()) await new Promise((next) => setTimeout(next, 100))
}
