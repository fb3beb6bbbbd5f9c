import { i18n } from '#i18n'
import { toProblemData } from '../../lib/problem'
import { problemWords } from '../words/problem'

/** What stands under the field of the passphrase, if it is what was wrong. */
export function passphraseError(problem: unknown, missing: boolean): string | undefined {
  if (missing) return i18n.t('accounts.passphraseMissing')
  if (!isAboutPassphrase(problem)) return undefined
  const { title, advice } = problemWords(problem)
  return `${title} ${advice}`
}

/** The passphrase of the wallet was wrong, and not that of a file. */
export function isAboutPassphrase(problem: unknown): boolean {
  return codeOf(problem) === 'passphrase_wrong' && !isAboutFile(problem)
}

/** The passphrase of a backup file was wrong. */
export function isAboutFile(problem: unknown): boolean {
  const { code, details } = toProblemData(problem, 'not_allowed')
  return code === 'passphrase_wrong' && details?.of === 'file'
}

/** There were too many wrong tries. */
export function isThrottled(problem: unknown): boolean {
  return codeOf(problem) === 'unlock_throttled'
}

function codeOf(problem: unknown): string {
  return toProblemData(problem, 'not_allowed').code
}
