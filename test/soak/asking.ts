import type { Page } from '@playwright/test'
import { contentOf, type Visit } from './plan'

/** Makes a page ask for a thing; tells what it has got so far, which is nothing at first. */
export async function askFor(
  page: Page,
  visit: Visit,
  shop: string,
  url: string,
): Promise<() => Promise<string>> {
  if (visit.kind === 'navigation') {
    await page.goto(url, { waitUntil: 'commit' }).catch(() => undefined)
    return async () => (await page.locator('body').textContent({ timeout: 500 })) ?? ''
  }
  // The page of a site stays as long as somebody wants something from that site.
  await arriveAt(page, shop)
  await page.evaluate(SCRIPTS[visit.kind], [url, visit.number, contentOf(visit)] as const)
  if (visit.kind === 'frame') {
    const frame = page.frameLocator(`iframe[data-visit="${visit.number}"]`)
    return async () => (await frame.locator('body').textContent({ timeout: 500 })) ?? ''
  }
  return () => page.evaluate(takeAnswer, visit.number)
}

/** The payment for what somebody wanted before may still load that page anew: then once more. */
async function arriveAt(page: Page, shop: string): Promise<void> {
  for (let attempt = 0; attempt < 5 && page.url() !== shop; attempt++) {
    await page.goto(shop).catch(() => undefined)
  }
}

/** Takes away what a visit has left in a page that stays. */
export async function tidy(page: Page, { number }: Visit): Promise<void> {
  await page
    .evaluate((number) => {
      document.querySelector(`[data-visit="${number}"]`)?.remove()
      delete (globalThis as Answers).answers?.[number]
    }, number)
    .catch(() => undefined)
}

type Answers = typeof globalThis & { answers?: Record<number, string> }
type Order = readonly [url: string, number: number, content: string]

/** Each runs in a page, and depends on nothing around it. */
const SCRIPTS = {
  fetch: ([url, number]: Order) => {
    const page = globalThis as Answers
    page.answers ??= {}
    const { answers } = page
    globalThis
      .fetch(url)
      .then(async (response) => `${response.status} ${await response.text()}`)
      .catch(String)
      .then((answer) => {
        answers[number] = answer
      })
  },
  xhr: ([url, number]: Order) => {
    const page = globalThis as Answers
    page.answers ??= {}
    const { answers } = page
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.onloadend = () => {
      answers[number] = `${request.status} ${request.responseText}`
    }
    request.send()
  },
  image: ([url, number, content]: Order) => {
    const page = globalThis as Answers
    page.answers ??= {}
    const { answers } = page
    const image = new Image()
    image.dataset.visit = String(number)
    image.onload = () => {
      answers[number] = content
    }
    image.src = url
    document.body.append(image)
  },
  frame: ([url, number]: Order) => {
    const frame = document.createElement('iframe')
    frame.dataset.visit = String(number)
    frame.src = url
    document.body.append(frame)
  },
}

function takeAnswer(number: number): string {
  return (globalThis as Answers).answers?.[number] ?? ''
}
