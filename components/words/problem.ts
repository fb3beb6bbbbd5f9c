import { i18n } from '#i18n'
import type { ProblemCode } from '../../lib/problem'
import { plainText } from '../payment/plain-text'

export interface ProblemWords {
  title: string
  advice: string
  /** What exactly, in the server's own terms, where that helps. */
  detail?: string
}

/** The words for a problem. What has no code of ours gets general words. */
export function problemWords(problem: unknown): ProblemWords {
  const code = codeOf(problem)
  const networks = detailOf(problem, 'networks')
  return {
    title: i18n.t(`problem.${code}.title`),
    advice: i18n.t(`problem.${code}.advice`),
    ...(networks && { detail: networks }),
  }
}

/** A rejected command has lost its class on the way: only the field `code` can be trusted. */
function codeOf(problem: unknown): ProblemCode | 'unexpected' {
  const code = fieldOf(problem, 'code')
  const known = typeof code === 'string' && browserKnows(code)
  return known ? (code as ProblemCode) : 'unexpected'
}

function browserKnows(code: string): boolean {
  return /^[a-z_]+$/.test(code) && i18n.t(`problem.${code as ProblemCode}.title`) !== ''
}

function detailOf(problem: unknown, name: string): string {
  const value = fieldOf(fieldOf(problem, 'details'), name)
  return typeof value === 'string' ? plainText(value, 100) : ''
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
