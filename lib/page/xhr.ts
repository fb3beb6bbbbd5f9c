import { is402 } from '../page-channel'
import type { Channel } from './channel'
import {
  addListener,
  apply,
  dispatch,
  getter,
  methodOf,
  NativeEvent,
  NativeProgressEvent,
  NativeRequest,
  NativeURL,
  NativeXHR,
  stopEvent,
} from './natives'

/** What one request of an XMLHttpRequest was called with, to call it so again. */
interface Call {
  open: Parameters<XMLHttpRequest['open']>
  headers: [name: string, value: string][]
  /** Given to `overrideMimeType`. */
  mimeType?: string
  body?: XMLHttpRequestBodyInit | Document | null | undefined
  /** `held`: its 402 is kept from the page. `repeating`: what the page sees is the second run. */
  state: 'plain' | 'held' | 'repeating' | 'done'
  giveUp?: () => void
}

const { prototype } = NativeXHR
const { open, send, setRequestHeader, overrideMimeType, abort } = prototype
const statusOf = getter(prototype, 'status')
const stateOf = getter(prototype, 'readyState')
const finalUrlOf = getter(prototype, 'responseURL')
const textOf = getter(prototype, 'responseText')
const typeOf = getter(Event.prototype, 'type')

const EVENTS = [
  'readystatechange',
  'loadstart',
  'progress',
  'load',
  'loadend',
  'error',
  'timeout',
  'abort',
]
const calls = new WeakMap<XMLHttpRequest, Call>()

/**
 * Holds an asynchronous XMLHttpRequest that met a 402. Our listeners come first on each object, so
 * the page sees one clean run of events: those of the answer that it gets in the end.
 */
export function installXhr(channel: Channel): void {
  window.XMLHttpRequest = new Proxy(NativeXHR, {
    construct(target, args, newTarget) {
      const xhr: XMLHttpRequest = Reflect.construct(target, args, newTarget)
      for (const name of EVENTS) {
        apply(addListener, xhr, [name, (event: Event) => onEvent(channel, xhr, event)])
      }
      return xhr
    },
  })
  prototype.constructor = window.XMLHttpRequest
  wrap('open', open, (xhr, args) => {
    calls.get(xhr)?.giveUp?.()
    // Synchronous: nothing can be held.
    if (args.length > 2 && !args[2]) calls.delete(xhr)
    else calls.set(xhr, { open: args, headers: [], state: 'plain' })
  })
  wrap('setRequestHeader', setRequestHeader, (xhr, args) => {
    calls.get(xhr)?.headers.push(args)
  })
  wrap('overrideMimeType', overrideMimeType, (xhr, [mimeType]) => {
    const call = calls.get(xhr)
    if (call) call.mimeType = mimeType
  })
  wrap('send', send, (xhr, [body]) => {
    const call = calls.get(xhr)
    if (call) call.body = body as Call['body']
  })
  wrap('abort', abort, (xhr) => {
    calls.get(xhr)?.giveUp?.()
  })
}

function wrap<K extends 'open' | 'send' | 'setRequestHeader' | 'overrideMimeType' | 'abort'>(
  name: K,
  original: XMLHttpRequest[K],
  note: (xhr: XMLHttpRequest, args: Parameters<XMLHttpRequest[K]>) => void,
): void {
  const wrapped = new Proxy(original, {
    apply(target, self, args) {
      const result = apply(target as () => void, self, args)
      note(self, args as Parameters<XMLHttpRequest[K]>)
      return result
    },
  })
  prototype[name] = wrapped
}

function onEvent(channel: Channel, xhr: XMLHttpRequest, event: Event): void {
  const call = calls.get(xhr)
  if (!call) return
  const readyState = stateOf(xhr)
  if (call.state === 'plain' && readyState >= 2 && is402(statusOf(xhr))) call.state = 'held'
  if (call.state === 'held') {
    apply(stopEvent, event, [])
    if (typeOf(event) === 'loadend') void hold(channel, xhr, call)
  } else if (call.state === 'repeating') {
    // The page has seen the opening and the start of its request already.
    const again = typeOf(event) === 'loadstart' || readyState < 2
    if (again) apply(stopEvent, event, [])
    if (typeOf(event) === 'loadend') call.state = 'done'
  }
}

async function hold(channel: Channel, xhr: XMLHttpRequest, call: Call): Promise<void> {
  const [, url, ...rest] = call.open
  const method = normalized(call.open[0])
  const target = new NativeURL(url, document.baseURI)
  target.hash = ''
  const final = finalUrlOf(xhr)
  if (final && final !== target.href) {
    // Redirected: what the browser would not send there again by itself is not repeated.
    const there = new NativeURL(final)
    if (method !== 'GET' || there.origin !== target.origin) return showOwn(xhr, call)
    target.href = there.href
  }
  const held = channel.hold('xhr', target.href, method, mentionsTerms(xhr))
  let given = false
  call.giveUp = () => {
    given = true
    held.giveUp()
  }
  const verdict = await held.verdict
  delete call.giveUp
  if (given || calls.get(xhr) !== call) return
  if (verdict.verdict !== 'repeat') return showOwn(xhr, call)
  target.hash = verdict.fragment
  call.state = 'repeating'
  const kept = { responseType: xhr.responseType, timeout: xhr.timeout, cred: xhr.withCredentials }
  apply(open, xhr, [method, target.href, true, ...rest.slice(1)])
  Object.assign(xhr, { responseType: kept.responseType, timeout: kept.timeout })
  xhr.withCredentials = kept.cred
  if (call.mimeType) apply(overrideMimeType, xhr, [call.mimeType])
  for (const header of call.headers) apply(setRequestHeader, xhr, header)
  apply(send, xhr, [call.body])
}

/** Gives the page the end of its own 402, which is still in the object. */
function showOwn(xhr: XMLHttpRequest, call: Call): void {
  call.state = 'done'
  apply(dispatch, xhr, [new NativeEvent('readystatechange')])
  for (const name of ['load', 'loadend']) apply(dispatch, xhr, [new NativeProgressEvent(name)])
}

/** As the standard does it: some names become capitals, others keep their case. */
function normalized(method: string): string {
  return methodOf(new NativeRequest('data:,', { method }))
}

/** Whether the body may hold v1 terms; where it cannot be read as text, it may. */
function mentionsTerms(xhr: XMLHttpRequest): boolean {
  try {
    // `x402Version` of a body, or `window.x402` of a paywall's page.
    return textOf(xhr).includes('x402')
  } catch {
    return true
  }
}
