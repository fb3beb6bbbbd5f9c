import type { World } from '../world/index'
import { type Bench, startBrowsers } from './browsers'

/** The browsers that most parts measure with: they start when the first part needs them. */
export class SharedBench {
  readonly world: World
  private starting: Promise<Bench> | undefined

  constructor(world: World) {
    this.world = world
  }

  started(): Promise<Bench> {
    this.starting ??= startBrowsers(this.world)
    return this.starting
  }

  async stop(): Promise<void> {
    await (await this.starting)?.stop()
  }
}
