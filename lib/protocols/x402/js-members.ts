const NAME = /\s*(?:([A-Za-z_$][\w$]*)|"([\w$]*)"|'([\w$]*)')\s*:\s*/y
const NEXT = /\s*([,}])/y

/**
 * The members of a JavaScript object literal at the start of `source`: each name with the text of
 * its value, the first of a name. Nothing when the literal does not end here, or when it holds
 * more than JSON values, single quotes and a comma too many.
 */
export function readMembers(source: string): Map<string, string> | undefined {
  const members = new Map<string, string>()
  if (source[0] !== '{') return undefined
  for (let at = 1; ; ) {
    NEXT.lastIndex = at
    if (NEXT.exec(source)?.[1] === '}') return members
    NAME.lastIndex = at
    const [, plain, double, single] = NAME.exec(source) ?? []
    const name = plain ?? double ?? single
    if (name === undefined) return undefined
    const from = NAME.lastIndex
    const end = valueEnd(source, from)
    if (end < 0) return undefined
    if (!members.has(name)) members.set(name, source.slice(from, end))
    at = source[end] === ',' ? end + 1 : end
  }
}

/** Where the value ends: at the `,` or `}` of its own level, brackets and strings passed over. */
function valueEnd(source: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let at = from; at < source.length; at++) {
    const char = source[at]
    if (quote) {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    // Comments, regular expressions and templates: this is no longer data.
    else if (char === '/' || char === '`') return -1
    else if (char === '{' || char === '[') depth++
    else if (depth === 0 && (char === ',' || char === '}')) return at
    else if (char === '}' || char === ']') depth--
  }
  return -1
}
