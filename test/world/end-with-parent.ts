import type { ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let listening = false

/** Kills the child when this process exits, also when a signal ends it. */
export function endWithParent(child: ChildProcess): void {
  children.add(child)
  child.once('exit', () => children.delete(child))
  if (listening) return
  listening = true
  process.once('exit', killAll)
  for (const signal of signals) {
    process.once(signal, () => {
      killAll()
      // Nobody else handles it: let it end this process as it would have done without us.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    })
  }
}

function killAll(): void {
  for (const child of children) child.kill('SIGKILL')
}
