import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base } from '@playwright/test'
import { startWorld, type World } from '../world/index'
import { launchWithTuppence } from './launch'
import { expectNoLeak } from './leaks'
import { Tuppence } from './tuppence'

export { expect } from '@playwright/test'

interface Fixtures {
  /** Folder of the browser profile, gone with the test. */
  profile: string
  context: BrowserContext
  /** The installed extension, with no wallet yet. */
  tuppence: Tuppence
}

/** Real Chromium with the built extension, and a world of its own for each test worker. */
export const test = base.extend<Fixtures, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const world = await startWorld()
      await use(world)
      await world.stop()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
    await use(profile)
    await rm(profile, { recursive: true, force: true })
  },
  context: async ({ profile }, use) => {
    const context = await launchWithTuppence({ profile })
    await use(context)
    await context.close()
  },
  tuppence: async ({ context, world }, use) => {
    world.facilitator.down(false)
    world.workbench.clear()
    for (const { log } of [world.news, world.almanac]) log.length = 0
    const tuppence = await Tuppence.of(context, world)
    await use(tuppence)
    await expectNoLeak(world, tuppence)
  },
})
