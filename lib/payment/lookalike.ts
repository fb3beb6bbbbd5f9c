import { toUnicode } from 'punycode/'
import confusables from 'unhomoglyph/data.json'
import type { Reason } from './policy'

const SKELETON: Record<string, string> = confusables

/** Names shorter than this differ by a letter all the time. */
const MIN_LENGTH = 5

/** Scripts that one name may mix, as browsers have it (UTS 39, "highly restrictive"). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
]
const SCRIPTS = [
  ...new Set(TOGETHER.flat()),
  ...['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Thai', 'Georgian'],
  ...['Cherokee', 'Ethiopic', 'Tamil', 'Bengali', 'Khmer', 'Lao', 'Myanmar'],
].map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }))

/** What the name of a site that was never paid gives the user to know. Both are origins. */
export function nameReasons(site: string, familiar: readonly string[]): Reason[] {
  const reasons: Reason[] = []
  if (mixesScripts(site)) reasons.push({ code: 'mixed_letters' })
  const other = lookalikeOf(site, familiar)
  if (other !== undefined) reasons.push({ code: 'looks_like', other })
  return reasons
}

/** Whether some part of the name has letters of scripts that no language writes together. */
export function mixesScripts(site: string): boolean {
  return nameOf(site)
    .split('.')
    .some((label) => {
      const found = SCRIPTS.filter(({ pattern }) => pattern.test(label)).map(({ name }) => name)
      return found.length > 1 && !TOGETHER.some((set) => found.every((name) => set.includes(name)))
    })
}

/**
 * The familiar site that this one can be taken for: the same to the eye (UTS 39 confusables), a
 * letter more, less, changed or swapped, or the familiar name as the beginning of a longer one
 * (`news.example.evil.test`).
 */
export function lookalikeOf(site: string, familiar: readonly string[]): string | undefined {
  const name = nameOf(site)
  return familiar.find((other) => {
    const known = nameOf(other)
    if (known === name || belongs(name, known) || belongs(known, name)) return false
    return isBeginning(known, name) || looksAlike(known, name)
  })
}

function looksAlike(known: string, name: string): boolean {
  const [a, b] = [skeleton(known), skeleton(name)]
  if (a === b) return true
  const [left, right] = [a.split('.'), b.split('.')]
  if (left.length !== right.length) return false
  const differing = left.flatMap((label, index) => {
    const other = right[index] ?? ''
    return label === other ? [] : [[label, other] as const]
  })
  const [pair] = differing
  return differing.length === 1 && pair !== undefined && isOneEdit(...pair)
}

/** One letter inserted, left out, changed, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < MIN_LENGTH || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  const rest = (text: string, skip: number) => text.slice(start + skip)
  if (short.length < long.length) return rest(short, 0) === rest(long, 1)
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start]
  return rest(short, 1) === rest(long, 1) || (swapped && rest(short, 2) === rest(long, 2))
}

function isBeginning(known: string, name: string): boolean {
  return known.includes('.') && [`${known}.`, `${known}-`].some((text) => name.startsWith(text))
}

/** A part of the same name: whoever has `news.example` has `www.news.example`. */
function belongs(name: string, parent: string): boolean {
  return parent.includes('.') && name.endsWith(`.${parent}`)
}

/** The name as its owner writes it. */
function nameOf(origin: string): string {
  return toUnicode(new URL(origin).hostname)
    .toLowerCase()
    .replace(/^www\./, '')
}

/** UTS 39 skeleton: two names with the same one look the same. */
function skeleton(name: string): string {
  const look = (text: string) => [...text].map((char) => SKELETON[char] ?? char).join('')
  return look(look(name.normalize('NFD')).toLowerCase())
}
