import type { CDPSession, Page } from '@playwright/test'
import { findWorker, stopForGood } from '../e2e/worker-target'
import type { World } from '../world/index'
import type { Figure } from './figures'
import { SUBRESOURCES } from './ordinary-page'

const VISITS = 10
const SETTLE_MS = 250

/**
 * How many of some visits find the worker, stopped before, running again: after the navigation
 * itself, which the browser tells of and which shows that this would be seen, and after all that
 * the page has loaded then.
 */
export async function wakesOf(
  { workbench }: World,
  page: Page,
  session: CDPSession,
): Promise<Figure[]> {
  let byNavigation = 0
  let afterwards = 0
  for (let visit = 0; visit < VISITS; visit++) {
    await stopForGood(session)
    await page.goto(`${workbench.origin('a')}/quiet?${visit}`)
    if (await findWorker(session)) byNavigation++
    await stopForGood(session)
    await page.evaluate(() => Reflect.get(window, 'draw')())
    // Time for a late start.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    if (await findWorker(session)) afterwards++
  }
  return [
    {
      name: `workers woken by ${VISITS} navigations`,
      unit: 'wakes',
      value: byNavigation,
    },
    {
      name: `workers woken by ${VISITS} pages without fetches, ${SUBRESOURCES} pictures each`,
      unit: 'wakes',
      value: afterwards,
      goal: { most: 0, of: 'value' },
    },
  ]
}
