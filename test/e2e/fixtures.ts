import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startWorld, type World } from '../world/index'
import { launchWithTuppence } from './launch'
import { expectNoLeak } from './leaks'
import { SharedBrowser } from './shared-browser'
import { Tuppence } from './tuppence'

export { expect } from './expect'

interface Fixtures {
  /** The installed extension, with no wallet yet. */
  tuppence: Tuppence
}

interface WorkerFixtures {
  world: World
  sharedBrowser: SharedBrowser
}

/**
 * Real Chromium with the built extension just installed, and a world of its own for each test
 * worker.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const world = await startWorld()
      await use(world)
      await world.stop()
    },
    { scope: 'worker' },
  ],
  sharedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const browser = new SharedBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  context: ({ sharedBrowser }, use) => sharedBrowser.lend(use),
  tuppence: async ({ context, world }, use) => {
    world.facilitator.down(false)
    world.workbench.clear()
    for (const { log } of [world.news, world.almanac]) log.length = 0
    const tuppence = await Tuppence.of(context, world)
    await use(tuppence)
    await expectNoLeak(world, tuppence)
  },
})

interface OwnBrowser {
  /** Folder of the browser profile, gone with the test. */
  profile: string
}

/**
 * The same in a browser that is started for the test: for what is about its profile or its start,
 * and for what leaves something in it that cannot be taken out again, as a clock of the test's own.
 */
export const testInOwnBrowser = test.extend<OwnBrowser>({
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
})
