import { Problem, type ProblemData } from '../../../lib/problem'

/** The problem that an action ends in; anything else, success too, is an error of the test. */
export function problemOf(action: () => unknown): ProblemData {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, details: error.details }
    throw new Error(`threw no Problem, but: ${error}`)
  }
  throw new Error('threw nothing')
}

/** The same for an action that takes its time. */
export async function problemOfAsync(action: () => Promise<unknown>): Promise<ProblemData> {
  const outcome = await action().then(
    () => () => undefined,
    (error) => () => {
      throw error
    },
  )
  return problemOf(outcome)
}
