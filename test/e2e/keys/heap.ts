import type { BrowserContext, Page } from '@playwright/test'
import { debugWorker } from '../worker-target'

interface Snapshot {
  snapshot: {
    meta: { node_fields: string[]; node_types: [string[]]; edge_fields: string[] }
  }
  nodes: number[]
  edges: number[]
  strings: string[]
}

/** Every text that is alive in the JavaScript of a page. */
export async function pageTexts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return textsOf(JSON.parse(chunks.join('')))
}

/** Every text that is alive in the JavaScript of the worker. */
export async function workerTexts(context: BrowserContext): Promise<string[]> {
  const chunks: string[] = []
  const texts = await debugWorker(context, async ({ send, onEvent }) => {
    onEvent((params) => chunks.push((params as { chunk?: string }).chunk ?? ''))
    await send('HeapProfiler.collectGarbage')
    await send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    return textsOf(JSON.parse(chunks.join('')))
  })
  if (!texts) throw new Error('No worker')
  return texts
}

/** What was added up of parts is kept as its parts: these are put together. */
function textsOf({ snapshot, nodes, edges, strings }: Snapshot): string[] {
  const { node_fields, node_types, edge_fields } = snapshot.meta
  const [type, name, edgeCount] = ['type', 'name', 'edge_count'].map((field) =>
    node_fields.indexOf(field),
  ) as [number, number, number]
  const [edgeName, edgeTo] = ['name_or_index', 'to_node'].map((field) =>
    edge_fields.indexOf(field),
  ) as [number, number]
  const added = node_types[0].indexOf('concatenated string')
  const parts = new Map<number, [number, number]>()
  for (let at = 0, edge = 0; at < nodes.length; at += node_fields.length) {
    const end = edge + (nodes[at + edgeCount] ?? 0) * edge_fields.length
    if (nodes[at + type] === added) {
      const to = (which: string) => {
        for (let one = edge; one < end; one += edge_fields.length) {
          if (strings[edges[one + edgeName] ?? -1] === which) return edges[one + edgeTo] ?? -1
        }
        return -1
      }
      parts.set(at, [to('first'), to('second')])
    }
    edge = end
  }
  const textAt = (at: number): string => {
    const both = parts.get(at)
    if (both) return textAt(both[0]) + textAt(both[1])
    return strings[nodes[at + name] ?? -1] ?? ''
  }
  const isPart = new Set([...parts.values()].flat())
  return [...strings, ...[...parts.keys()].filter((at) => !isPart.has(at)).map(textAt)]
}
