import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { BUILT } from '../e2e/built'
import { launchWithTuppence } from '../e2e/launch'
import { Tuppence } from '../e2e/tuppence'
import type { World } from '../world/index'

export interface Bench {
  world: World
  /** Chromium with the wallet, funded, which pays by itself. */
  tuppence: Tuppence
  /** Chromium without any extension. */
  plain: BrowserContext
  stop(): Promise<void>
}

/** Two browsers beside each other: measurements alternate between them. */
export async function startBrowsers(world: World): Promise<Bench> {
  const wallet = await startBrowser([BUILT])
  const plain = await startBrowser([])
  const tuppence = await Tuppence.of(wallet.context, world)
  await tuppence.setUpWallet({ dollars: 10_000 })
  await tuppence.allow(0.05, 10_000)
  return {
    world,
    tuppence,
    plain: plain.context,
    stop: async () => {
      for (const { stop } of [wallet, plain]) await stop()
    },
  }
}

export async function startBrowser(extensions: string[]) {
  const profile = await mkdtemp(join(tmpdir(), 'tuppence-bench-'))
  const context = await launchWithTuppence({ profile, extensions })
  const stop = async () => {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
  return { context, stop }
}

/** What a careless wallet costs: an extension that listens to every answer and does nothing. */
export async function listeningExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuppence-listener-'))
  const manifest = {
    manifest_version: 3,
    name: 'Listener',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'worker.js' },
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(
    join(folder, 'worker.js'),
    `chrome.webRequest.onHeadersReceived.addListener(() => {}, { urls: ['<all_urls>'] },
      ['responseHeaders', 'extraHeaders'])`,
  )
  return folder
}
