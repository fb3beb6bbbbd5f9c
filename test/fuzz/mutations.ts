import fc from 'fast-check'
import { hostile, hostileText, NAMES } from './hostile'
import { jsonText, TWICE_MARK, Verbatim } from './json'

const HOWS = [
  'put',
  'put',
  'put',
  'drop',
  'add',
  'twice',
  'wrap',
  'repeat',
  'move',
  'twist',
] as const
type Edit = [
  how: (typeof HOWS)[number],
  at: number,
  value: unknown,
  name: string,
  text: string,
  times: number,
]

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom(...HOWS),
  fc.nat(10_000),
  hostile,
  fc.constantFrom(...NAMES),
  hostileText,
  fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 2, max: 40 }) },
    { weight: 1, arbitrary: fc.constant(2_000) },
  ),
)

/** JSON text that is one of these samples, but for a few changes to its parts. */
export function mutatedJson(...samples: readonly unknown[]): fc.Arbitrary<string> {
  const texts = samples.map((sample) => JSON.stringify(sample))
  const edits = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: edit.map((one) => [one]) },
    { weight: 3, arbitrary: fc.array(edit, { minLength: 2, maxLength: 4 }) },
  )
  return fc.tuple(fc.constantFrom(...texts), edits).map(([text, list]) => {
    const root: Holder = { it: JSON.parse(text) }
    for (const one of list) apply(root, one)
    return jsonText(root.it)
  })
}

type Holder = Record<string, unknown>

function apply(root: Holder, [how, at, value, name, text, times]: Edit): void {
  const slots = slotsOf(root)
  const slot = slots[at % slots.length]
  if (!slot) return
  const [parent, key] = slot
  const old = parent[key]
  if (how === 'drop') drop(parent, key)
  else if (how === 'add') set(isHolder(old) ? old : parent, name, copy(value))
  else if (how === 'twice') set(parent, `${key}${TWICE_MARK}`, copy(value))
  else if (how === 'wrap') set(parent, key, times % 2 ? [old] : copy({ [name]: old }))
  else if (how === 'repeat') set(parent, key, repeated(old, times))
  else if (how === 'twist' && typeof old === 'string') set(parent, key, twisted(old, at, text))
  else if (how === 'move') {
    const [other, otherKey] = slots[times % slots.length] ?? slot
    set(parent, key, copy(other[otherKey]))
  } else set(parent, key, copy(value))
}

function drop(parent: Holder, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}

/** An own member, whatever its name; to an array it is only added. */
function set(parent: Holder, key: string, value: unknown): void {
  const own = { value, enumerable: true, writable: true, configurable: true }
  if (!Array.isArray(parent)) Object.defineProperty(parent, key, own)
  else if (key in parent && /^\d+$/.test(key)) parent[Number(key)] = value
  else parent.push(value)
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  if (!isHolder(value)) return value
  const members: Holder = {}
  for (const key of Object.keys(value)) set(members, key, copy(value[key]))
  return members
}

const MAX_REPEATED = 300_000

function repeated(old: unknown, times: number): unknown {
  const length = Array.isArray(old) || typeof old === 'string' ? old.length : 0
  // A part of an array weighs more than a character.
  const most = Array.isArray(old) ? MAX_REPEATED / 100 : MAX_REPEATED
  if (length * times > most || length === 0) return old
  return typeof old === 'string' ? old.repeat(times) : Array(times).fill(old).flat()
}

/** Every part of the tree as the member of its parent. */
function slotsOf(root: Holder): [Holder, string][] {
  const slots: [Holder, string][] = []
  const open = [root]
  for (let one = open.pop(); one; one = open.pop()) {
    for (const key of Object.keys(one).slice(0, 40)) {
      slots.push([one, key])
      const part = one[key]
      if (isHolder(part) && slots.length < 500) open.push(part)
    }
  }
  return slots
}

/** Arrays too: their members are named by numbers. */
function isHolder(part: unknown): part is Holder {
  return typeof part === 'object' && part !== null && !(part instanceof Verbatim)
}

const TEXT_HOWS = ['flip', 'cut', 'drop', 'insert', 'insert', 'double', 'case'] as const
const textEdit = fc.tuple(
  fc.constantFrom(...TEXT_HOWS),
  fc.double({ min: 0, max: 1, noNaN: true }),
  hostileText,
  fc.nat(200),
)

/** Text with a few changes to its characters; `rarely` for what most often stays whole. */
export function mutatedText(text: fc.Arbitrary<string>, rarely = false): fc.Arbitrary<string> {
  const edits = fc.oneof(
    { weight: rarely ? 40 : 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(textEdit, { minLength: 1, maxLength: 3 }) },
  )
  return fc.tuple(text, edits).map(([whole, list]) => {
    let changed = whole
    for (const [how, where, inserted, length] of list) {
      const at = Math.floor(where * changed.length)
      const [before, after] = [changed.slice(0, at), changed.slice(at)]
      const part = after.slice(0, length)
      if (how === 'flip') changed = before + flipped(after, length)
      else if (how === 'cut') changed = before
      else if (how === 'drop') changed = before + after.slice(length)
      else if (how === 'insert') changed = before + inserted + after
      else if (how === 'double') changed = before + part + after
      else changed = before + part.toUpperCase() + after.slice(length)
    }
    return changed
  })
}

function flipped(text: string, bits: number): string {
  return text && String.fromCharCode(text.charCodeAt(0) ^ (1 << (bits % 8))) + text.slice(1)
}

function twisted(text: string, at: number, inserted: string): string {
  const place = at % (text.length + 1)
  return text.slice(0, place) + inserted + text.slice(place + (at % 2))
}
