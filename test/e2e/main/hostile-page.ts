/** A page that patches whatever it can reach and writes down all that passes. */
export const hostilePage = `<!doctype html><title>Spy</title><script>
const spied = (window.spied = [])
const add = (text) => {
  spied[spied.length] = String(text)
}
const addAll = (pairs) => {
  for (const pair of pairs) for (const text of pair) add(text)
}
const note = (...things) => {
  for (const thing of things) {
    try {
      if (thing instanceof Request || thing instanceof Response) {
        add(thing.url)
        addAll(thing.headers)
      } else if (thing instanceof Headers) addAll(thing)
      else add(typeof thing === 'string' ? thing : (stringify(thing) ?? thing))
    } catch {}
  }
}
const stringify = JSON.stringify
const { apply, construct } = Reflect
const listen = EventTarget.prototype.addEventListener
const wrap = (owner, name) => {
  const original = owner[name]
  owner[name] = function (...args) {
    note(...args)
    const result = new.target ? construct(original, args) : apply(original, this, args)
    note(result)
    return result
  }
  if (original.prototype) owner[name].prototype = original.prototype
}
for (const [owner, names] of [
  [window, ['fetch', 'postMessage', 'Request', 'Headers', 'URL', 'CustomEvent', 'MouseEvent', 'atob', 'btoa']],
  [JSON, ['parse', 'stringify']],
  [Reflect, ['apply', 'construct']],
  [Promise, ['resolve', 'race', 'all']],
  [Promise.prototype, ['then', 'catch', 'finally']],
  [Response.prototype, ['json', 'text', 'arrayBuffer', 'clone']],
  [Request.prototype, ['clone', 'arrayBuffer']],
  [Headers.prototype, ['get', 'set', 'append', 'forEach']],
  [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
  [XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader']],
  [Map.prototype, ['get', 'set', 'delete']],
  [Array.prototype, ['push', 'map', 'find', 'includes']],
  [String.prototype, ['startsWith', 'replace', 'slice', 'split', 'toLowerCase']],
  [Object, ['assign', 'defineProperty', 'entries']],
]) for (const name of names) try { wrap(owner, name) } catch {}
for (const type of ['message', 'ask', 'answer', 'tuppence:hello', 'tuppence:channel', 'error']) {
  for (const target of [window, document, document.fonts]) {
    apply(listen, target, [type, (event) => note(type, event.data, event.detail), true])
  }
}
new PerformanceObserver((list) => note(...list.getEntries().map((entry) => entry.name)))
  .observe({ entryTypes: ['resource', 'navigation'] })
</script><h1>Spy</h1>`
