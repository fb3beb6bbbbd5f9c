import { z } from 'zod'

/** A schema for every member of a type, no more and no fewer: a member that is new has to be added. */
export type Shape<T> = Record<keyof T, z.ZodType>

/** Money in a file: atomic units or micro-dollars, a decimal string there and a `bigint` here. */
export const amount = z.codec(z.string().regex(/^\d{1,78}$/), z.bigint().nonnegative(), {
  decode: BigInt,
  encode: String,
})

/** Absent, and never `undefined`. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.exactOptional()
}

/** Exactly the names of a union; one that is new has to be added. */
export function names<T extends string>(all: { [K in T]: K }) {
  return z.enum(all)
}

/** The same without members that are there and `undefined`, at any depth. */
export function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(members.map(([name, part]) => [name, defined(part)]))
}
