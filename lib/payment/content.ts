import type { ProblemData } from '../problem'
import type { PaidAnswer } from './payment'

/** What was asked for, and what the answer's headers say of its body. */
export interface Delivery extends Pick<PaidAnswer, 'status' | 'mimeType' | 'length'> {
  method: string
  /** The MIME type that the offer promised, as the server wrote it. */
  promised?: string | undefined
}

/** What is wrong with the content of an answer with a good status; nothing where it may be good. */
export function contentProblem(delivery: Delivery): ProblemData | undefined {
  if (isEmpty(delivery)) return { code: 'content_empty' }
  const given = delivery.mimeType
  const promised = essenceOf(delivery.promised)
  if (!given || !promised || isSameKind(promised, given)) return undefined
  return { code: 'content_type_differs', details: { promised, given } }
}

/** The type and subtype of a Content-Type, lower case; nothing where it is none. */
export function essenceOf(contentType: string | undefined): string | undefined {
  const essence = contentType?.split(';')[0]?.trim().toLowerCase()
  return essence && essence.length <= MAX_CHARS && ESSENCE.test(essence) ? essence : undefined
}

const ESSENCE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/
const MAX_CHARS = 100

/**
 * An answer to HEAD has no body, and what is asked for by another method than GET may be done
 * without a word: there only a promised type says that content should come.
 */
function isEmpty({ method, status, length, promised }: Delivery): boolean {
  if (method === 'HEAD' || (method !== 'GET' && !promised)) return false
  return status === 204 || status === 205 || length === 0
}

/**
 * Whether one may stand for the other. It is meant to find the error page in place of data, not to
 * quarrel about an image that came in a better format.
 */
function isSameKind(promised: string, given: string): boolean {
  if (VAGUE.test(promised) || VAGUE.test(given)) return true
  const wanted = kindOf(promised)
  if (wanted === kindOf(given)) return true
  // Text by any name, as simple servers promise or send it; but a page in place of text differs.
  if (given === 'text/plain') return isText(promised)
  return promised === 'text/plain' && isText(given) && kindOf(given) !== 'page'
}

function isText(essence: string): boolean {
  return essence.startsWith('text/') || TEXT_KINDS.includes(kindOf(essence))
}

/** What servers write who promise nothing in particular. */
const VAGUE = /\*|^application\/octet-stream$|^binary\//
const TEXT_KINDS = ['page', 'data', 'xml', 'script']
const KINDS: [RegExp, string][] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'page'],
  // Many results may come one by one.
  [/[/+](?:x-)?(?:json|ndjson|jsonl|json-seq)$|^text\/event-stream$/, 'data'],
  [/^(?:image|audio|video|font|model)\//, ''],
  [/[/+]xml$/, 'xml'],
  [/[/](?:x-)?(?:java|ecma)script$/, 'script'],
]

/** A name for all the types that do the same for whoever asked. */
function kindOf(essence: string): string {
  const known = KINDS.find(([pattern]) => pattern.test(essence))
  return known ? known[1] || essence.slice(0, essence.indexOf('/')) : essence
}
