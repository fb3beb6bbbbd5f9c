import { is402 } from '../page-channel'

/** Whether this document is the answer to a 402, as its own navigation timing says. */
export function answered402(): boolean {
  const [timing] = performance.getEntriesByType('navigation')
  return is402((timing as PerformanceNavigationTiming | undefined)?.responseStatus)
}

/**
 * Calls back when somebody can see this document: a prerendered one has not been asked for by
 * anyone yet, and a hidden frame never prompts.
 */
export function whenShown(callback: () => void): void {
  void shown().then(() => (window === top ? callback() : whenInView(callback)))
}

/** Resolves at once, or when a prerendered document is shown. */
export function shown(): Promise<void> {
  return new Promise((resolve) => {
    if ('prerendering' in document && document.prerendering) {
      document.addEventListener('prerenderingchange', () => resolve(), { once: true })
    } else resolve()
  })
}

function whenInView(callback: () => void): void {
  if (!document.documentElement) {
    addEventListener('DOMContentLoaded', () => whenInView(callback), { once: true })
    return
  }
  const observer = new IntersectionObserver((entries) => {
    const inView = entries.some(({ isIntersecting }) => isIntersecting)
    if (!inView || innerWidth < 2 || innerHeight < 2) return
    observer.disconnect()
    callback()
  })
  observer.observe(document.documentElement)
}
