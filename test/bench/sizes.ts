import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BUILT } from '../e2e/built'
import { heapOfWorker } from '../soak/heap'
import type { Bench } from './browsers'
import { type Figure, measured } from './figures'

const SCRIPT_OF_PAGE = /(?:src|href)="\/((?:chunks|assets)\/[^"]+\.(?:js|css))"/g
const IMPORT = /(?:from|import)\s*"\.{1,2}\/((?:chunks\/)?[\w.-]+\.js)"/g

interface Manifest {
  content_scripts: { js: string[] }[]
}

/** What is loaded, compressed, and what an idle worker holds. */
export async function sizesAndStart({ tuppence }: Bench, rounds: number): Promise<Figure[]> {
  const manifest: Manifest = JSON.parse(await readFile(join(BUILT, 'manifest.json'), 'utf8'))
  const content = await compressed(manifest.content_scripts.flatMap(({ js }) => js))
  const warm: number[] = []
  const cold: number[] = []
  for (let round = 0; round < rounds; round++) {
    await tuppence.stopWorker()
    cold.push(await roundTrip(tuppence))
    warm.push(await roundTrip(tuppence))
  }
  const heap = (await heapOfWorker(tuppence.context)) ?? Number.NaN
  return [
    size('content scripts, together', content, 4),
    size('worker', await compressed(['background.js'])),
    size('popup', await ofPage('popup.html')),
    size('dashboard', await ofPage('dashboard.html')),
    measured('a message to a stopped worker', 'ms', cold, {
      name: 'to a running one',
      values: warm,
    }),
    { name: 'heap of the idle worker', unit: 'MB', value: heap / 1e6 },
  ]
}

function size(name: string, bytes: number, most?: number): Figure {
  const value = bytes / 1024
  return {
    name: `${name} (gzip)`,
    unit: 'KB',
    value,
    ...(most && { goal: { most, of: 'value' as const } }),
  }
}

async function compressed(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(BUILT, file)), { level: 9 }).length),
  )
  return sizes.reduce((sum, one) => sum + one, 0)
}

/** A page, its styles and every script that it loads before it shows something. */
async function ofPage(page: string): Promise<number> {
  const html = await readFile(join(BUILT, page), 'utf8')
  const found = new Set([...html.matchAll(SCRIPT_OF_PAGE)].map(([, file]) => file ?? ''))
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    const script = await readFile(join(BUILT, file), 'utf8')
    for (const [, imported = ''] of script.matchAll(IMPORT)) {
      found.add(imported.startsWith('chunks/') ? imported : `chunks/${imported}`)
    }
  }
  return compressed([page, ...found])
}

/** A message that no listener takes comes back as soon as the worker's listeners are there. */
function roundTrip({ console }: Bench['tuppence']): Promise<number> {
  return console.evaluate(async () => {
    const from = performance.now()
    await chrome.runtime.sendMessage({ report: 'gone' }).catch(() => undefined)
    return performance.now() - from
  })
}
