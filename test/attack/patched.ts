/** Where a page can lay its hands on what our page script is made of. */
export const BUILT_INS = [
  ...['fetch', 'XMLHttpRequest', 'Promise', 'Request', 'Response', 'Headers', 'URL', 'Blob'],
  ...['CustomEvent', 'MouseEvent', 'Event', 'Map', 'WeakMap', 'AbortController', 'Proxy'],
  ...['JSON.parse', 'JSON.stringify', 'Reflect.apply', 'Reflect.construct', 'Object.assign'],
  ...['Promise.race', 'Promise.resolve', 'Promise.prototype.then', 'Promise.prototype.finally'],
  ...['Response.prototype.clone', 'Response.prototype.text', 'Response.prototype.json'],
  ...['Response.prototype.status', 'Response.prototype.url', 'Response.prototype.headers'],
  ...['Request.prototype.clone', 'Request.prototype.url', 'Request.prototype.method'],
  ...['Request.prototype.arrayBuffer', 'Headers.prototype.get', 'AbortSignal.prototype.aborted'],
  ...['EventTarget.prototype.addEventListener', 'EventTarget.prototype.dispatchEvent'],
  ...['Event.prototype.stopImmediatePropagation', 'CustomEvent.prototype.detail'],
  ...['MouseEvent.prototype.relatedTarget', 'XMLHttpRequest.prototype.open'],
  ...['XMLHttpRequest.prototype.send', 'XMLHttpRequest.prototype.status'],
  ...['XMLHttpRequest.prototype.setRequestHeader', 'XMLHttpRequest.prototype.responseText'],
  ...['Map.prototype.get', 'Map.prototype.set', 'WeakMap.prototype.get', 'WeakMap.prototype.set'],
  ...['Array.prototype.push', 'Array.prototype.includes', 'String.prototype.includes'],
  ...['String.prototype.toUpperCase', 'Object.prototype.toString', 'Function.prototype.apply'],
  ...['Function.prototype.call', 'Function.prototype.bind', 'Object.prototype.then'],
] as const

/** What is put in its place: something that breaks, that answers anything, or that writes down. */
export type Way = 'throws' | 'lies' | 'listens'

/**
 * Runs in the page: puts something hostile in the place of a built-in of that realm. What was given
 * to it, and what came back, is in `heard`.
 */
export function patch(realm: typeof globalThis, path: string, way: Way, heard: string[]): void {
  const names = path.split('.')
  const last = names.pop() as string
  const owner = names.reduce<object>((of, name) => Reflect.get(of, name), realm)
  const { apply, construct } = Reflect
  const stringify = JSON.stringify
  const hear = (things: unknown[]) => {
    for (let at = 0; at < things.length; at++) {
      const thing = things[at] as { detail?: unknown } | null
      try {
        heard[heard.length] = `${thing} ${stringify(thing)} ${stringify(thing?.detail)}`
      } catch {}
    }
  }
  const lie: object = new Proxy(() => lie, {
    get: (_target, key) => (key === Symbol.toPrimitive ? () => 'lie' : lie),
    apply: () => lie,
    construct: () => lie,
  })
  const broken = () => {
    throw new Error('broken')
  }
  const own = Object.getOwnPropertyDescriptor(owner, last)
  const hostileTo = (original: unknown) =>
    function (this: unknown, ...args: unknown[]) {
      if (way === 'throws') return broken()
      if (way === 'lies') return lie
      hear(args)
      const run = original as () => unknown
      const result = new.target ? construct(run, args) : apply(run, this, args)
      hear([result])
      return result
    }
  if (own?.get || !own) {
    const original = own?.get ?? (() => undefined)
    Object.defineProperty(owner, last, { configurable: true, get: hostileTo(original) })
  } else {
    const hostile = hostileTo(own.value)
    if (own.value?.prototype) hostile.prototype = own.value.prototype
    Reflect.set(owner, last, hostile)
  }
}
