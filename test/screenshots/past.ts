import type { Page } from '@playwright/test'
import { putHistory, spent } from '../e2e/face/records'

const HOUR = 60 * 60_000
const SITES = [
  {
    host: 'gazette.example',
    amount: 50_000n,
    pieces: [
      'The Last Keeper of Skerry Light',
      'Tides',
      'Letters from the Harbour',
      'The Clockmaker’s Window',
    ],
  },
  {
    host: 'maps.example',
    amount: 4_000n,
    pieces: ['Tile 14/8800/5374', 'Tile 14/8801/5374'],
    byProgram: true,
  },
  {
    host: 'cello.example',
    amount: 250_000n,
    pieces: ['Suite No. 1, sheet music', 'Suite No. 2, sheet music'],
  },
  { host: 'weather.example', amount: 1_000n, pieces: ['Hourly forecast'], byProgram: true },
  {
    host: 'longreads.example',
    amount: 120_000n,
    pieces: ['A Year Under the Ice', 'Small Hours', 'The Bridge Nobody Crossed'],
  },
]

/** Two months of somebody who reads: the same in every picture, but for the day it is taken. */
export async function putPast(page: Page): Promise<void> {
  const now = Date.now()
  const payments = Array.from({ length: 140 }, (_, index) => {
    const { host, amount, pieces, byProgram } =
      SITES[(index * 3 + Math.floor(index / 4)) % SITES.length] ?? SITES[0]!
    const site = `https://${host}`
    const title = pieces[index % pieces.length] ?? host
    const at = now - index * 10 * HOUR - HOUR
    return spent(
      { site, amount, at },
      {
        title,
        approvedBy: index % 3 === 0 ? 'user' : 'limits',
        request: {
          ...GET,
          kind: byProgram ? 'fetch' : 'navigation',
          url: `${site}/${title.toLowerCase().replace(/\W+/g, '-')}`,
        },
        transaction: `0x${(index + 1_000).toString(16).padStart(64, '4e9c07b2d5')}`,
        trail: STEPS.map(([state, by], step) => ({ state, by, at: at + step * 300 })),
      },
    )
  })
  // Whom one comes to know is known since the first time.
  await putHistory(page, payments.reverse())
}

const STEPS = [
  ['reserved', 'limits'],
  ['signed', 'wallet'],
  ['sent', 'page'],
  ['settled', 'server'],
  ['confirmed', 'chain'],
] as const

const GET = {
  method: 'GET',
  tabId: 1,
  frameId: 0,
  documentId: 'd',
} as const
