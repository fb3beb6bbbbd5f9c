import type { BackupReport, Secret } from '../../../lib/vault-messages'

/**
 * Where setting up stands while there is no wallet yet. The secret lives here, in memory, and goes
 * with the step: never in the address, the history or the title.
 */
export type Step =
  | { at: 'choose' }
  | { at: 'import' }
  | { at: 'restore' }
  | { at: 'restored'; report: BackupReport }
  /** How the wallet opens; without a secret it is a new one, made when it is needed. */
  | { at: 'secure'; secret?: Secret }
  | { at: 'words'; phrase: string }
  | { at: 'confirm'; phrase: string; positions: readonly number[] }
  | { at: 'passphrase'; secret: Secret; isNew: boolean }
