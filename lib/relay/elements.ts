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

/** Loads every element with this address again, and clicks a download link again. */
export function loadAgain(url: string): void {
  for (const element of document.querySelectorAll('img,video,audio,source,link,a[download]')) {
    if (withoutFragment(addressOf(element)) !== url) continue
    if (element instanceof HTMLAnchorElement) {
      element.click()
      return
    }
    reload(element)
  }
}

function reload(element: Element): void {
  if (element instanceof HTMLImageElement) {
    // The same source again would be taken from the failed one.
    const { src, srcset } = element
    element.src = ''
    element.srcset = srcset
    element.src = src
  } else if (element instanceof HTMLMediaElement) element.load()
  else if (element instanceof HTMLSourceElement) {
    if (element.parentElement instanceof HTMLMediaElement) element.parentElement.load()
  } else if (element instanceof HTMLLinkElement) element.replaceWith(element.cloneNode())
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

function withoutFragment(url: string | undefined): string | undefined {
  return url?.split('#')[0]
}
