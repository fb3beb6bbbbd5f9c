/**
 * Runs in the worker of the extension and depends on nothing around it. From now on each write to
 * a store and each call of the browser is a point before, a point after, and for a write one in
 * the middle of its transaction. All are listed as they are reached. At `target` the worker says
 * so and is as good as dead: no call that it makes from then on has an effect or an end, until it
 * is really stopped.
 */
export function watchPoints(target: string | undefined): void {
  const reached: string[] = []
  const counts = new Map<string, number>()
  const never = new Promise<never>(() => undefined)
  let dead = false
  Object.assign(globalThis, { reachedPoints: reached })

  /** What a store gives to a dead worker: every answer is still to come. */
  const limbo: unknown = new Proxy(() => undefined, {
    get: (_target, name) => (name === 'then' ? undefined : limbo),
    set: () => true,
    apply: () => limbo,
  })

  function nameOf(call: string): string {
    const count = (counts.get(call) ?? 0) + 1
    counts.set(call, count)
    return `${call} #${count}`
  }

  function reach(point: string, note = ''): void {
    if (dead) return
    reached.push(point + note)
    if (point !== target) return
    dead = true
    console.log('Crash point reached')
  }

  const nativeObjectStore = IDBTransaction.prototype.objectStore
  const listenedTo = new WeakSet<IDBDatabase>()
  const writes = new WeakMap<IDBTransaction, string>()
  const named = new WeakSet<IDBTransaction>()
  const firstWrites = new WeakMap<EventTarget, { point: string; note: string }>()

  IDBTransaction.prototype.objectStore = function (store) {
    if (!listenedTo.has(this.db)) listen(this.db)
    if (!dead && this.mode === 'readwrite' && !writes.has(this)) {
      const name = nameOf(`write ${[...this.objectStoreNames].join('+')}`)
      writes.set(this, name)
      reach(`${name} before`)
    }
    return dead ? (limbo as IDBObjectStore) : nativeObjectStore.call(this, store)
  }

  for (const method of ['put', 'add', 'delete'] as const) {
    const native: (...args: [never]) => IDBRequest = IDBObjectStore.prototype[method]
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: [never]) {
      const request = native.apply(this, args)
      const name = writes.get(this.transaction)
      if (name && !named.has(this.transaction)) {
        named.add(this.transaction)
        firstWrites.set(request, { point: `${name} within`, note: stateOf(args[0]) })
      }
      return request
    } as never
  }

  /** Hears of everything in a store before the worker does, and instead of a dead one. */
  function listen(db: IDBDatabase): void {
    listenedTo.add(db)
    const instead = (event: Event) => dead && event.stopImmediatePropagation()
    db.addEventListener('abort', instead, true)
    db.addEventListener('error', instead, true)
    db.addEventListener(
      'complete',
      (event) => {
        const name = writes.get(event.target as IDBTransaction)
        if (name) reach(`${name} after`)
        instead(event)
      },
      true,
    )
    db.addEventListener(
      'success',
      (event) => {
        const { transaction } = event.target as IDBRequest
        const first = event.target && firstWrites.get(event.target)
        if (first) reach(first.point, first.note)
        instead(event)
        // Without a request under way the browser would take a transaction for finished.
        if (dead && transaction?.mode === 'readwrite') stayOpen(transaction)
      },
      true,
    )
  }

  function stayOpen(transaction: IDBTransaction): void {
    const [store] = transaction.objectStoreNames
    if (store) nativeObjectStore.call(transaction, store).get('none')
  }

  async function end(call: () => unknown, point: string): Promise<unknown> {
    try {
      return await call()
    } finally {
      reach(point)
      if (dead) await never
    }
  }

  /** Makes an asynchronous function of the browser a point before and a point after. */
  function wrap(owner: object, method: string, titled: (args: unknown[]) => string): void {
    const functions = owner as Record<string, (...args: unknown[]) => unknown>
    const native = functions[method]
    if (typeof native !== 'function') return
    functions[method] = (...args) => {
      if (dead) return never
      const name = nameOf(titled(args))
      reach(`${name} before`)
      if (dead) return never
      return end(() => native.apply(owner, args), `${name} after`)
    }
  }

  const {
    action,
    alarms,
    declarativeNetRequest,
    scripting,
    storage,
    tabs,
    webNavigation,
    windows,
  } = chrome
  const spaces = { action, alarms, declarativeNetRequest, scripting, tabs, webNavigation, windows }
  for (const [space, owner] of Object.entries(spaces)) {
    for (const method of Object.keys(owner)) {
      wrap(owner, method, (args) => `${space}.${method}${detailOf(method, args)}`)
    }
  }
  for (const area of ['session', 'local', 'sync'] as const) {
    for (const method of ['get', 'set', 'remove']) {
      wrap(storage[area], method, () => `storage.${area}.${method}`)
    }
  }
  wrap(globalThis, 'fetch', ([, init]) => {
    const { body } = (init ?? {}) as { body?: unknown }
    return `fetch ${typeof body === 'string' ? JSON.parse(body).method : ''}`
  })

  /** Tells the calls of one function apart where their order may differ. */
  function detailOf(method: string, args: unknown[]): string {
    if (method === 'updateSessionRules') {
      return 'addRules' in (args[0] as object) ? ' to arm' : ' to disarm'
    }
    if (method !== 'sendMessage') return ''
    const { to, verdict } = args[1] as { to: string; verdict?: { verdict: string } }
    return ` ${[to, verdict?.verdict].filter(Boolean).join(' ')}`
  }

  function stateOf(row: unknown): string {
    const state = (row as { state?: unknown } | undefined)?.state
    return typeof state === 'string' ? ` (${state})` : ''
  }
}
