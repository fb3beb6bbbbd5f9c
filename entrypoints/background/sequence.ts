const running = new Map<string, Promise<unknown>>()

/**
 * Runs tasks of the same key one after the other, in the order of the calls: what the browser
 * reports of one payment is written down in the order in which it happened.
 */
export function inOrder<T>(key: string, task: () => Promise<T>): Promise<T> {
  const previous = running.get(key) ?? Promise.resolve()
  const next = previous.then(task, task)
  running.set(key, next)
  const forget = () => {
    if (running.get(key) === next) running.delete(key)
  }
  next.then(forget, forget)
  return next
}

/** Resolves when all tasks of the key that were asked for so far have ended: whether there were any. */
export async function idle(key: string): Promise<boolean> {
  const task = running.get(key)
  await task?.catch(() => undefined)
  return task !== undefined
}
