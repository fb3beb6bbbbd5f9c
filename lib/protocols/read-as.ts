import type { z } from 'zod'

/**
 * Reads a value by a schema; nothing where it is none of that kind. Zod compares the `length` of
 * whatever has one before it looks at the type: of an object there it can throw.
 */
export function readAs<T extends z.ZodType>(schema: T, value: unknown): z.output<T> | undefined {
  return tryRead(schema, value)?.data
}

/** The path to what is wrong with a value, for the details of a problem. */
export function faultIn(schema: z.ZodType, value: unknown): string {
  return tryRead(schema, value)?.error?.issues[0]?.path.join('.') ?? ''
}

/** As `safeParse`, for schemas that take `undefined` too; nothing where that would throw. */
export function tryRead<T extends z.ZodType>(schema: T, value: unknown) {
  try {
    return schema.safeParse(value)
  } catch {
    return undefined
  }
}
