import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../e2e/free-port'
import { launchWithTuppence } from '../e2e/launch'
import { Tuppence } from '../e2e/tuppence'
import { startWorld } from '../world/index'
import { live } from './live'
import { story } from './story'

const headless = process.argv.includes('--headless')
if (
  !headless &&
  process.platform === 'linux' &&
  !process.env.DISPLAY &&
  !process.env.WAYLAND_DISPLAY
) {
  console.log('There is no display here, so no window can open.')
  console.log('Watch the story play by itself instead:\n\n  npm run demo -- --headless\n')
  process.exit(1)
}

const world = await startWorld()
const profile = await mkdtemp(join(tmpdir(), 'tuppence-demo-'))
const debugPort = await freePort()
const context = await launchWithTuppence({ profile, headless, debugPort })
try {
  const tuppence = await Tuppence.of(context, world)
  await (headless ? story(tuppence, debugPort) : live(tuppence))
} finally {
  await context.close().catch(() => undefined)
  await world.stop()
  await rm(profile, { recursive: true, force: true })
}
