/** JSON text as it is written: for what no JavaScript value can say (`1e400`, a number as `1.0`). */
export class Verbatim {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** `JSON.stringify`, with verbatim parts as they are. */
export function jsonText(value: unknown): string {
  if (value instanceof Verbatim) return value.text
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).map(([name, part]) => [name.replace(TWICE, ''), part])
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${jsonText(part)}`).join(',')}}`
}

/** At the end of a member's name it makes a second one of the name without it. */
export const TWICE_MARK = '\u0001twice'
const TWICE = new RegExp(`${TWICE_MARK}$`)
