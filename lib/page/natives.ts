/**
 * Originals, taken before any script of the page runs: what the page patches later does not
 * reach us.
 */
export const { apply } = Reflect
export const { parse, stringify } = JSON
export const nativeFetch = window.fetch
export const NativeRequest = Request
export const NativeURL = URL
export const NativePromise = Promise
export const promiseThen = Promise.prototype.then
export const NativeHeaders = Headers
export const NativeBlob = Blob
export const cloneRequest = Request.prototype.clone
export const cloneResponse = Response.prototype.clone
export const readBody = Request.prototype.arrayBuffer
export const addListener = EventTarget.prototype.addEventListener
export const dispatch = EventTarget.prototype.dispatchEvent
export const stopEvent = Event.prototype.stopImmediatePropagation
export const NativeCustomEvent = CustomEvent
export const NativeEvent = Event
export const NativeProgressEvent = ProgressEvent
export const NativeXHR = XMLHttpRequest
export const mapGet = Map.prototype.get
export const mapSet = Map.prototype.set
export const mapDelete = Map.prototype.delete

/** The getter behind a property, so that `get(object)` reads it whatever the page has patched. */
export function getter<T, K extends keyof T>(prototype: T, property: K): (target: T) => T[K] {
  const read = Object.getOwnPropertyDescriptor(prototype, property)?.get
  return (target) => (read ? apply(read, target, []) : target[property])
}

export const methodOf = getter(Request.prototype, 'method')
const headersOf = getter(Response.prototype, 'headers')
const getHeader = Headers.prototype.get

export function headerOf(response: Response, name: string): string | null {
  return apply(getHeader, headersOf(response), [name])
}
