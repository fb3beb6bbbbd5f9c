import type fc from 'fast-check'
import { Problem } from '../../lib/problem'
import type { Cost } from './measure'

/** One way into the wallet for what others write. */
export interface Target<Input, Output> {
  name: string
  /** Of a thousand cases, how many are for this one. */
  share: number
  inputs: fc.Arbitrary<Input>
  /** The code under test. What this takes in time and memory is measured. */
  act(input: Input): Output | Promise<Output>
  /** Whether it was taken for what it wants to be; by default whatever is not `undefined`. */
  accepts?(output: Output): boolean
  /** What may be thrown; by default a `Problem`. */
  allows?(error: unknown): boolean
  /** What has to hold of the output; throws where it does not. */
  check?(output: Output, input: Input): void
  /** What a case may cost, where it is more by design. */
  limits?: Cost
}

export function isProblem(error: unknown): boolean {
  return error instanceof Problem
}

/** Makes keys of passphrases, by scrypt at the cost that tests have. */
export const WITH_KEYS: Cost = { ms: 3_000, bytes: 64 * 2 ** 20 }
