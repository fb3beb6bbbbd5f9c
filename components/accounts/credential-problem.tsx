import { ProblemNote } from '../ui/problem-note'
import { isAboutFile, isAboutPassphrase, isThrottled } from './credential-words'
import { WaitNote } from './wait-note'

interface Props {
  problem: unknown
  /** Seconds until the next try. */
  wait: number
}

/** What went wrong but was not said at a field. */
export function CredentialProblem({ problem, wait }: Props) {
  if (wait > 0) return <WaitNote seconds={wait} />
  const saidElsewhere = isAboutPassphrase(problem) || isAboutFile(problem) || isThrottled(problem)
  return <ProblemNote problem={saidElsewhere ? undefined : problem} />
}
