/**
 * What can go wrong, as stable codes. A code crosses contexts as plain data (an error class does
 * not survive messaging); the words for it live in the locale files under `problem.<code>`.
 */
export type ProblemCode =
  // the 402 itself
  | 'terms_malformed'
  | 'terms_too_large'
  | 'terms_version_unsupported'
  | 'terms_unreadable'
  | 'allowance_missing'
  // no entry of `accepts` can be paid
  | 'scheme_unsupported'
  | 'network_unsupported'
  | 'network_disabled'
  | 'token_unknown'
  | 'token_mismatch'
  | 'transfer_unsupported'
  | 'amount_zero'
  | 'pay_to_invalid'
  // deciding and reserving
  | 'site_blocked'
  | 'terms_changed'
  | 'payment_not_found'
  | 'payment_not_pending'
  | 'page_gone'
  | 'already_under_way'
  | 'bought_meanwhile'
  | 'address_unsupported'
  | 'over_limit'
  // paying
  | 'wallet_missing'
  | 'wallet_locked'
  | 'insufficient_balance'
  | 'signing_failed'
  | 'request_not_repeated'
  | 'payment_rejected'
  | 'server_error'
  | 'content_empty'
  | 'content_type_differs'
  | 'no_answer'
  | 'redirected'
  | 'interrupted'
  | 'authorization_expired'
  | 'receipt_invalid'
  | 'settlement_failed'
  | 'already_settled'
  | 'no_gas'
  // wallet
  | 'passphrase_wrong'
  | 'passphrase_too_short'
  | 'phrase_invalid'
  | 'private_key_invalid'
  | 'wallet_exists'
  | 'vault_corrupt'
  | 'vault_newer'
  | 'passkey_wrong'
  | 'passkey_cancelled'
  | 'passkey_unsupported'
  | 'passphrase_needed'
  | 'unlock_throttled'
  | 'last_lock'
  | 'address_invalid'
  | 'account_exists'
  | 'account_not_found'
  | 'account_keyless'
  | 'account_in_use'
  | 'last_account'
  | 'backup_foreign'
  | 'backup_corrupt'
  | 'backup_newer'
  | 'backup_too_large'
  // another wallet
  | 'external_missing'
  | 'external_refused'
  | 'external_wrong_account'
  | 'external_wrong_chain'
  | 'external_signature_invalid'
  | 'external_contract'
  | 'external_timeout'
  | 'external_failed'
  | 'external_no_page'
  // settings
  | 'amount_invalid'
  | 'amount_grouped'
  | 'url_invalid'
  | 'rpc_wrong_chain'
  | 'chain_unreachable'
  | 'not_allowed'
  | 'storage_failed'
  | 'storage_unavailable'
  | 'storage_newer'

/** Safe to show, log and store: never a key, a signature or a page's free text. */
export type ProblemDetails = Record<string, string>

export interface ProblemData {
  code: ProblemCode
  details?: ProblemDetails
}

/** A domain error: a code that the user interface has words for, and safe details. */
export class Problem extends Error implements ProblemData {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/** The plain data of anything thrown; what is not a `Problem` gets `fallback`. */
export function toProblemData(thrown: unknown, fallback: ProblemCode): ProblemData {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'details' in thrown) {
    const { code, details } = thrown as ProblemData
    return details ? { code, details } : { code }
  }
  if (thrown instanceof Error && thrown.name === 'LifecycleError')
    return { code: 'payment_not_pending' }
  return { code: fallback }
}
