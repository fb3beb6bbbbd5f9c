/**
 * JSON with the members of every object in one order: the same value is always the same text.
 * @throws {RangeError} for what is nested by the thousand
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part) => (isRecord(part) ? sorted(part) : part))
}

function isRecord(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(record).sort()
  return Object.fromEntries(names.map((name) => [name, record[name]]))
}
