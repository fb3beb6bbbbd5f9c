import { is402 } from '../page-channel'
import type { Channel } from './channel'
import { bodyMentionsTerms } from './look'
import {
  addListener,
  apply,
  cloneRequest,
  getter,
  headerOf,
  methodOf,
  NativeBlob,
  NativeHeaders,
  NativePromise,
  NativeRequest,
  NativeURL,
  nativeFetch,
  promiseThen,
  readBody,
} from './natives'

const statusOf = getter(Response.prototype, 'status')
const finalUrlOf = getter(Response.prototype, 'url')
const redirectedOf = getter(Response.prototype, 'redirected')
const bodyOf = getter(Request.prototype, 'body')
const urlOf = getter(Request.prototype, 'url')
const signalOf = getter(Request.prototype, 'signal')
const abortedOf = getter(AbortSignal.prototype, 'aborted')
const abortReasonOf = getter(AbortSignal.prototype, 'reason')

/** What a `Request` carries besides its URL and body. */
const CARRIED = [
  'method',
  'headers',
  'mode',
  'credentials',
  'redirect',
  'referrer',
  'referrerPolicy',
  'integrity',
  'keepalive',
  'signal',
] as const
const carried = CARRIED.map((name) => [name, getter(Request.prototype, name)] as const)

/**
 * Puts the hold in front of `fetch`. A call costs one look at its arguments and one at the status;
 * the original is called with exactly what the page gave. A Proxy keeps `name`, `length` and
 * `toString` as they were.
 */
export function installFetch(channel: Channel): void {
  window.fetch = new Proxy(nativeFetch, {
    apply(target, self, args: Parameters<typeof fetch>) {
      const spare = spareOf(args)
      const response: Promise<Response> = apply(target, self, args)
      if (!spare) return response
      const settle = (answer: Response) =>
        is402(statusOf(answer)) ? hold(channel, answer, spare) : answer
      return apply(promiseThen, response, [settle])
    },
  })
}

/** Makes the same request again. */
type Spare = () => Request

/** What `fetch` reads from its second argument, own or inherited. */
const OPTIONS = ['body', 'cache', 'duplex', 'priority', ...CARRIED] as const
/** A larger buffer is not copied for the rare case of a 402. */
const MAX_COPIED_BYTES = 64 * 1024

/**
 * Keeps what is needed to repeat the call, or nothing when its body can be read only once. What a
 * page may change after the call is copied; all else is rebuilt from the arguments when a 402 has
 * come.
 */
function spareOf([input, init]: Parameters<typeof fetch>): Spare | undefined {
  try {
    const options = init && optionsOf(init)
    if (init && !options) return undefined
    if (!(input instanceof NativeRequest)) {
      const url = typeof input === 'string' ? input : `${input}`
      return () => new NativeRequest(url, options)
    }
    const source = bodyOf(input) ? apply(cloneRequest, input, []) : input
    return () => new NativeRequest(source, options)
  } catch {
    return undefined
  }
}

function optionsOf(init: RequestInit): RequestInit | undefined {
  const options: Record<string, unknown> = {}
  for (const name of OPTIONS) {
    const value = init[name as keyof RequestInit]
    if (value !== undefined) options[name] = value
  }
  const { body, headers } = options
  if (body instanceof ReadableStream) return undefined
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    if (body.byteLength > MAX_COPIED_BYTES) return undefined
    options.body = new NativeBlob([body as BlobPart])
  }
  if (headers instanceof NativeHeaders) options.headers = new NativeHeaders(headers)
  return options
}

async function hold(channel: Channel, answer: Response, spare: Spare): Promise<Response> {
  let request: Request
  try {
    request = spare()
  } catch {
    return answer
  }
  const method = methodOf(request)
  let url = urlOf(request)
  if (redirectedOf(answer)) {
    const from = url
    url = finalUrlOf(answer)
    // Elsewhere, or with a body, the browser would not send all of this again by itself.
    if (method !== 'GET' || new NativeURL(url).origin !== new NativeURL(from).origin) return answer
  }

  const signal = signalOf(request)
  const held = channel.hold('fetch', url, method, await mentionsTerms(answer))
  const verdict = await orAborted(held, signal)
  if (verdict.verdict !== 'repeat') return answer
  try {
    return await nativeFetch(await withFragment(request, url, verdict.fragment))
  } catch (error) {
    if (abortedOf(signal)) throw error
    return answer
  }
}

/** Whether the body may hold terms. A look at our copy; the page's own answer stays whole. */
async function mentionsTerms(answer: Response): Promise<boolean> {
  const type = headerOf(answer, 'content-type')
  // Megabytes of paywall are not copied: the worker reads no further than it has to.
  if (type?.includes('html')) return true
  if (!type?.includes('json')) return false
  try {
    return await bodyMentionsTerms(answer)
  } catch {
    return true
  }
}

/** The verdict, unless the page aborts first. */
function orAborted(held: ReturnType<Channel['hold']>, signal: AbortSignal) {
  const aborted = new NativePromise<never>((_resolve, reject) => {
    const onAbort = () => {
      held.giveUp()
      reject(abortReasonOf(signal))
    }
    if (abortedOf(signal)) onAbort()
    else apply(addListener, signal, ['abort', onAbort, { once: true }])
  })
  return NativePromise.race([held.verdict, aborted])
}

/**
 * The same request for `url#fragment`. The fragment tells the browser rule which one request to
 * pay and never leaves the machine. A cached 402 must not answer it again.
 */
async function withFragment(request: Request, url: string, fragment: string): Promise<Request> {
  const target = new NativeURL(url)
  target.hash = fragment
  const init: Record<string, unknown> = { cache: 'reload' }
  for (const [name, read] of carried) init[name] = read(request)
  if (init.mode === 'navigate') delete init.mode
  if (init.referrer === 'about:client') delete init.referrer
  if (bodyOf(request)) init.body = await apply(readBody, request, [])
  return new NativeRequest(target.href, init)
}
