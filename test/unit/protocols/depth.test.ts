import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isDeep, isDeepText, MAX_DEPTH } from '../../../lib/protocols/depth'
import { faultIn, readAs } from '../../../lib/protocols/read-as'

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

describe('the depth of JSON', () => {
  it.each<[string, boolean]>([
    ['1', false],
    ['"[[[["', false],
    [arrays(MAX_DEPTH), false],
    [arrays(MAX_DEPTH + 1), true],
    [objects(MAX_DEPTH), false],
    [objects(MAX_DEPTH + 1), true],
    [`[${arrays(3)},${objects(MAX_DEPTH)}]`, true],
    [arrays(100_000), true],
    [JSON.stringify('['.repeat(1_000)), false],
  ])('is the same as text and as a value: %.40s', (text, deep) => {
    expect(isDeepText(text)).toBe(deep)
    expect(isDeep(JSON.parse(text))).toBe(deep)
  })
})

describe('a value whose length is no number', () => {
  const schema = z.object({ name: z.string().max(5) })
  const traps: [string, object][] = [
    ['no number can be made of', { length: { valueOf: 1, toString: 1 } }],
    ['throws when it is read', Object.defineProperty({}, 'length', { get: thrower })],
    ['throws when it is compared', { length: { valueOf: thrower } }],
  ]

  it.each(traps)('is none of that kind: it %s', (_what, name) => {
    expect(readAs(schema, { name })).toBeUndefined()
    expect(faultIn(schema, { name })).toBe('')
  })

  it('is read where it is what it should be', () => {
    expect(readAs(schema, { name: 'Ada' })).toEqual({ name: 'Ada' })
    expect(faultIn(schema, { name: 'Lovelace' })).toBe('name')
  })
})

function thrower(): never {
  throw new TypeError('no')
}
