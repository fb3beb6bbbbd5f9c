import { malformedEntries } from './malformed-entries'
import { malformedEnvelopes } from './malformed-envelopes'
import { notX402Answers } from './not-x402'
import type { Answer402 } from './terms'

/**
 * What a wallet should make of a 402:
 * - `malformed`: it claims to be x402, but the envelope cannot be read: say so, offer nothing;
 * - `unpayable`: the envelope is good, but no entry of `accepts` can be paid by this wallet;
 * - `not-x402`: nothing in it is x402: stay silent.
 */
export type MalformedClass = 'malformed' | 'unpayable' | 'not-x402'

export interface Malformed402 extends Answer402 {
  name: string
  expect: MalformedClass
}

/** Every 402 that must never lead to a signature. */
export function malformed402s(): Malformed402[] {
  return [
    ...malformedEnvelopes().map((answer) => ({ ...answer, expect: 'malformed' as const })),
    ...malformedEntries().map((answer) => ({ ...answer, expect: 'unpayable' as const })),
    ...notX402Answers().map((answer) => ({ ...answer, expect: 'not-x402' as const })),
  ]
}
