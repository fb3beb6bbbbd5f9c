import { KEEP_MARK } from './keep-mark'
import { apply, getter, methodOf, NativeRequest, NativeURL, nativeFetch } from './natives'

const modeOf = getter(Request.prototype, 'redirect')
const urlOf = getter(Request.prototype, 'url')
const baseOf = getter(Node.prototype, 'baseURI')

/**
 * Firefox pays by sending a request back to its own address. A `fetch` with `redirect: 'error'` or
 * `'manual'` forbids that, and the browser does not tell us of it: it is marked here, so that it
 * gets its own 402. A `Request` with a body cannot be marked; it is not paid for either, and fails.
 */
export function markFetch(): void {
  const { fetch } = {
    fetch(this: unknown, input: RequestInfo | URL, ...rest: [RequestInit?]) {
      const target = this ?? window
      try {
        return apply(nativeFetch, target, [marked(input, rest[0]?.redirect), ...rest])
      } catch {
        // Whatever is wrong with it, the page hears of it from the browser.
        return apply(nativeFetch, target, [input, ...rest])
      }
    },
  }
  window.fetch = fetch
}

function marked(input: RequestInfo | URL, wanted: RequestRedirect | undefined): RequestInfo | URL {
  const request = input instanceof NativeRequest ? input : undefined
  const mode = wanted ?? (request ? modeOf(request) : 'follow')
  if (mode === 'follow') return input
  if (!request) return withMark(`${input}`)
  const hasBody = !['GET', 'HEAD'].includes(methodOf(request))
  return hasBody ? request : new NativeRequest(withMark(urlOf(request)), request)
}

function withMark(address: string): string {
  const url = new NativeURL(address, baseOf(document))
  url.hash = KEEP_MARK
  return url.href
}
