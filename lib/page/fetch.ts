import type { Channel } from './channel'
import {
  addListener,
  apply,
  cloneRequest,
  getter,
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
const methodOf = getter(Request.prototype, 'method')
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
      const settle = (answer: Response) => (is402(answer) ? hold(channel, answer, spare) : answer)
      return apply(promiseThen, response, [settle])
    },
  })
}

/** 412 is how a server answers that misses a token allowance; it carries the same terms. */
function is402(answer: Response): boolean {
  const status = statusOf(answer)
  return status === 402 || status === 412
}

/** Makes the same request again, or nothing when its body can be read only once. */
type Spare = () => Request

/**
 * Keeps what is needed to repeat the call. Only a `Request` with a body has to be copied now; all
 * else is rebuilt from the arguments when a 402 has come.
 */
function spareOf([input, init]: Parameters<typeof fetch>): Spare | undefined {
  try {
    if (init?.body instanceof ReadableStream) return undefined
    const options = init && { ...init }
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

async function hold(channel: Channel, answer: Response, spare: Spare): Promise<Response> {
  let request: Request
  try {
    request = spare()
  } catch {
    return answer
  }
  const method = methodOf(request)
  const url = redirectedOf(answer) ? finalUrlOf(answer) : urlOf(request)
  // A redirected request with a body would be repeated at another place than the page named.
  if (redirectedOf(answer) && method !== 'GET') return answer

  const signal = signalOf(request)
  const held = channel.hold('fetch', url, method)
  const verdict = await orAborted(held, signal)
  if (verdict.verdict !== 'repeat') return answer
  try {
    return await nativeFetch(await withFragment(request, url, verdict.fragment))
  } catch (error) {
    if (abortedOf(signal)) throw error
    return answer
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
