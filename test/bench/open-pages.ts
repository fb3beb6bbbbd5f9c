import type { Bench } from './browsers'

/** Milliseconds from the navigation to the first content that a page of the extension shows. */
export function timeFirstPaint(bench: Bench, path: string): Promise<number> {
  return timeInPage(bench, path, () => {
    return new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const [paint] = list.getEntriesByName('first-contentful-paint')
        if (paint) resolve(paint.startTime)
      }).observe({ type: 'paint', buffered: true })
    })
  })
}

/** Milliseconds from the navigation to the first payments of the history. */
export function timeFirstRows(bench: Bench): Promise<number> {
  return timeInPage(bench, 'dashboard.html#/history', async () => {
    while (!document.querySelector('tbody tr button')) await new Promise(requestAnimationFrame)
    return performance.now()
  })
}

async function timeInPage(
  { tuppence }: Bench,
  path: string,
  read: () => Promise<number>,
): Promise<number> {
  const page = await tuppence.context.newPage()
  try {
    await page.goto(new URL(path, tuppence.console.url()).href)
    return await page.evaluate(read)
  } finally {
    await page.close()
  }
}
