import { TIMING_MARK } from '../page-channel'

/**
 * Calls back with the address of each element that failed because of a 402. A failing element is
 * rare; whether it was a 402 is in its timing, where a browser rule has marked it. No listener of
 * ours sees the requests themselves.
 */
export function onElement402(callback: (url: string) => void): void {
  addEventListener(
    'error',
    ({ target, isTrusted }) => {
      const url = isTrusted && target instanceof Element ? addressOf(target) : undefined
      if (url && isMarked(url)) callback(url)
    },
    true,
  )
}

/** Calls back with the address of each download link that is clicked. */
export function onDownloadClick(callback: (url: string) => void): void {
  addEventListener(
    'click',
    ({ target, isTrusted }) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[download]')
      if (link && isTrusted) callback(link.href)
    },
    true,
  )
}

function addressOf(element: Element): string | undefined {
  const { currentSrc, src, href } = element as Partial<HTMLImageElement & HTMLLinkElement>
  const address = currentSrc || src || href
  return typeof address === 'string' && address.startsWith('http') ? address : undefined
}

function isMarked(url: string): boolean {
  return performance
    .getEntriesByName(url, 'resource')
    .some((entry) =>
      (entry as PerformanceResourceTiming).serverTiming.some(({ name }) => name === TIMING_MARK),
    )
}
