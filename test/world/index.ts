import { startApiV1 } from './api-v1/server'
import { type LocalChain, startChain } from './chain'
import { type Facilitator, startFacilitator } from './facilitator'
import type { LocalServer } from './listen'
import { startNews } from './news/server'
import { startWorkbench, type Workbench } from './workbench'

export interface WorldOptions {
  /** Fixed ports, for the demo; any free ones by default. */
  ports?: Partial<Record<'chain' | 'facilitator' | 'news' | 'almanac' | 'workbench', number>>
  /** Seconds between blocks, as on a real chain; absent means a block for each transaction. */
  blockTime?: number
  /** Also place Permit2 and Multicall3 at their canonical addresses. */
  withPermit2?: boolean
}

/** A site of the world, with the origin under which browsers open it. */
export interface Site {
  /** For instance `http://news.localhost:4021`. */
  readonly url: string
  readonly port: number
  readonly log: LocalServer['log']
}

/** Everything that a payment needs, on this machine. */
export interface World {
  readonly chain: LocalChain
  readonly facilitator: Facilitator
  /** The Harbour Gazette (x402 v2). */
  readonly news: Site
  /** The v1 seller. */
  readonly almanac: Site
  readonly workbench: Workbench
  /** Ends every server and process of this world. */
  stop(): Promise<void>
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { ports = {}, ...rest } = options
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    stops.push(part.stop)
    return part
  }

  try {
    const chain = keep(await startChain({ ...rest, port: ports.chain ?? 0 }))
    const facilitator = keep(await startFacilitator(chain, ports.facilitator))
    const almanac = site('almanac', keep(await startApiV1(facilitator.url, ports.almanac)))
    const newsOptions = { facilitatorUrl: facilitator.url, almanacOrigin: almanac.url }
    const news = keep(await startNews({ ...newsOptions, port: ports.news ?? 0 }))
    const workbench = keep(await startWorkbench(ports.workbench))
    return { chain, facilitator, news: site('news', news), almanac, workbench, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function site(name: string, server: LocalServer): Site {
  return { url: server.origin(name), port: server.port, log: server.log }
}

export { payees, reader } from './accounts'
export { localFetch } from './local-fetch'
