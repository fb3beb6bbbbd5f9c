import type { Secret } from '../../../lib/messages'

/** Where the setting up stands. The secret lives here, in memory, and goes with the step. */
export type Step =
  | { at: 'choose' }
  | { at: 'words'; phrase: string }
  | { at: 'confirm'; phrase: string; positions: readonly number[] }
  | { at: 'import' }
  | { at: 'passphrase'; secret: Secret; origin: 'created' | 'imported' }
  | { at: 'done'; address: string }
