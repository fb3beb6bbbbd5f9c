/** Elements whose content the HTML parser takes as text, or keeps inert: no script runs in them. */
const NOT_RUN =
  'style textarea title template noscript iframe xmp noembed noframes plaintext'.split(' ')
/** By element, what ends its text; `plaintext` has no end. Sought from `lastIndex`, as all below. */
const ENDS = new Map(
  ['script', ...NOT_RUN].map((element) => [
    element,
    element === 'plaintext' ? /$^/g : new RegExp(`</${element}[\\s/>]`, 'gi'),
  ]),
)
/** A `<` before anything else is a character like others. */
const MARKUP = /<[a-z/!?]/gi
const TAG = /<\/?[a-z][^\s/>]*/iy
const START_OF_TEXT = new RegExp(`<(?:${[...ENDS.keys()].join('|')})[\\s/>]`, 'iy')
const COMMENT_END = /--!?>/g
const QUOTE = /=\s*["']/y
const SCRIPT_TYPE = /\stype\s*=\s*["']?([^"'\s>]*)/i
const JS_TYPE = /^(?:module|(?:text|application)\/(?:java|ecma)script)?$/i

/** A page has some dozens at most; a million would only keep us busy. */
const MAX_SCRIPTS = 1_000

/** The text between `<script>` and `</script>`. */
export interface InlineScript {
  text: string
  /** Its end tag is missing: the page was cut short in it. */
  cutShort: boolean
}

/**
 * The text of each script that is written into a page and that a browser would run, in order
 * (HTML standard, section 13.2.5 "Tokenization", as far as it matters here). What only looks like
 * one, in a comment, an attribute or a text area, may be the words of anybody. One pass, whatever
 * the page; a page that is cut short ends with as much of the last script as there is, and one
 * with far too many scripts ends with the last that is looked at.
 */
export function* inlineScripts(html: string): Generator<InlineScript> {
  let left = MAX_SCRIPTS
  let at = 0
  while (at >= 0 && left > 0) {
    const open = endOf(MARKUP, html, at) - 2
    if (open < 0) return
    if (html.startsWith('<!--', open)) {
      at = endOf(COMMENT_END, html, open + 2)
      continue
    }
    const nameEnd = endOf(TAG, html, open)
    if (nameEnd < 0) {
      // `<!doctype>` and its like, which hold no quoted `>`.
      at = html.indexOf('>', open)
      continue
    }
    const end = tagEnd(html, nameEnd)
    if (end < 0) return
    at = end + 1
    if (endOf(START_OF_TEXT, html, open) < 0) continue
    const element = html.slice(open + 1, nameEnd).toLowerCase()
    const next = endOf(ENDS.get(element) ?? TAG, html, at)
    const close = next < 0 ? html.length : next - `</${element}>`.length
    if (element === 'script' && isRun(html.slice(open, end))) {
      yield { text: html.slice(at, close), cutShort: next < 0 }
      left--
    }
    at = next < 0 ? -1 : close
  }
}

/** Where the tag ends: `>` does not count in a quoted attribute value. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const char = html[at]
    if (char === '>') return at
    const quoted = char === '=' ? endOf(QUOTE, html, at) : -1
    if (quoted < 0) continue
    at = html.indexOf(html.charAt(quoted - 1), quoted)
    if (at < 0) return -1
  }
  return -1
}

/** A script with `src` runs that file in place of its text; other types are data. */
function isRun(tag: string): boolean {
  return !/\ssrc\b/i.test(tag) && JS_TYPE.test(SCRIPT_TYPE.exec(tag)?.[1] ?? '')
}

/** Where the match ends that is found from there on, or for a sticky pattern there; -1 for none. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : -1
}
