import type { FormFields } from '../page-channel'

/** Whether this document is the answer to a 402, as its own navigation timing says. */
export function answered402(): boolean {
  const [timing] = performance.getEntriesByType('navigation')
  const status = (timing as PerformanceNavigationTiming | undefined)?.responseStatus
  return status === 402 || status === 412
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

/** Submits the form that led here once more, to the address of this document. */
export function submitForm(action: string, { fields, enctype }: FormFields): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action, enctype, acceptCharset: 'utf-8', hidden: true })
  for (const [name, value] of fields) {
    // A text area keeps line breaks, which a hidden input would lose.
    const field = document.createElement('textarea')
    Object.assign(field, { name, value })
    form.append(field)
  }
  document.documentElement.append(form)
  form.submit()
}
