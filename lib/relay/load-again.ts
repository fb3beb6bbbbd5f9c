/*
 * Runs inside a waiting document, where and when the worker sends it, and only there: no other page
 * has it. Each function stands alone, as the browser carries over its text and nothing else.
 */

/**
 * Loads every element with this address again, and clicks a download link again. In our own world.
 */
export function loadElementsAgain(url: string): void {
  for (const element of document.querySelectorAll('img,video,audio,source,link,a[download]')) {
    const { currentSrc, src, href } = element as Partial<HTMLImageElement & HTMLLinkElement>
    const address: unknown = currentSrc || src || href
    if (typeof address !== 'string' || address.split('#')[0] !== url) continue
    if (element instanceof HTMLAnchorElement) {
      element.click()
      return
    }
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
}

/**
 * Loads the scripts with this address again. A script runs once only: a new element with the same
 * attributes takes its place. In the page's world: scripts that we put in place from ours would run
 * under our policy, not the page's.
 */
export function loadScriptsAgain(url: string): void {
  for (const script of document.querySelectorAll('script')) {
    if (script.src.split('#')[0] !== url) continue
    const again = document.createElement('script')
    for (const { name, value } of script.attributes) again.setAttribute(name, value)
    again.nonce = script.nonce
    script.replaceWith(again)
  }
}
