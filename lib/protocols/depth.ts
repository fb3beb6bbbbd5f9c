/** Deeper JSON would overflow the stack of whoever copies it recursively. */
export const MAX_DEPTH = 32

/** Whether JSON text is nested deeper than `MAX_DEPTH`: counts brackets outside strings. */
export function isDeepText(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '[' || char === '{') {
      if (++depth > MAX_DEPTH) return true
    } else if (char === ']' || char === '}') depth--
  }
  return false
}

/** The same of a value that JSON made, without recursion. */
export function isDeep(value: unknown): boolean {
  let level = partsOf([value])
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= MAX_DEPTH) return true
    level = partsOf(level.flatMap((part) => Object.values(part)))
  }
  return false
}

function partsOf(values: readonly unknown[]): object[] {
  return values.filter((value) => typeof value === 'object' && value !== null) as object[]
}
