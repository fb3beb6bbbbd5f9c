import { useState } from 'react'

export interface Command {
  busy: boolean
  /** What the last run was rejected with. */
  problem: unknown
  /** Runs and tells whether it went well; a run while busy does nothing. */
  run(send: () => Promise<unknown>): Promise<boolean>
  clear(): void
}

/** One command at a time, with what came of it. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  async function run(send: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setProblem(undefined)
    try {
      await send()
      return true
    } catch (error) {
      setProblem(error ?? 'rejected')
      return false
    } finally {
      setBusy(false)
    }
  }

  return { busy, problem, run, clear: () => setProblem(undefined) }
}
