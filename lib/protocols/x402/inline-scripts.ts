/** Elements whose content the HTML parser takes as text, or keeps inert: no script runs in them. */
const NOT_RUN = /^(?:style|textarea|title|template|noscript|iframe|xmp|noembed|noframes|plaintext)$/
const SCRIPT_TYPE = /\stype\s*=\s*["']?([^"'\s>]*)/i
const JS_TYPE = /^(?:module|(?:text|application)\/(?:java|ecma)script)?$/i

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
 * the page; a page that is cut short ends with as much of the last script as there is.
 */
export function* inlineScripts(html: string): Generator<InlineScript> {
  let at = 0
  while (at >= 0) {
    const open = html.indexOf('<', at)
    if (open < 0) return
    if (html.startsWith('<!--', open)) {
      at = after(html, /--!?>/g, open + 2)
      continue
    }
    const [, slash, name] = matchAt(/<(\/?)([a-z][^\s/>]*)/iy, html, open) ?? []
    if (name === undefined) {
      // A lone `<`, or `<!doctype>` and its like, which hold no quoted `>`.
      at = /[!?/]/.test(html.charAt(open + 1)) ? after(html, />/g, open) : open + 1
      continue
    }
    const end = tagEnd(html, open + 1 + name.length)
    if (end < 0) return
    at = end + 1
    const element = name.toLowerCase()
    if (slash || (element !== 'script' && !NOT_RUN.test(element))) continue
    const close = html.slice(at).search(closing(element))
    const text = close < 0 ? html.slice(at) : html.slice(at, at + close)
    if (element === 'script' && isRun(html.slice(open, end))) yield { text, cutShort: close < 0 }
    at = close < 0 ? -1 : at + close
  }
}

/** Where the tag ends: `>` does not count in a quoted attribute value. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    if (html[at] === '>') return at
    const [, quote] = html[at] === '=' ? (matchAt(/=\s*(["'])/y, html, at) ?? []) : []
    if (!quote) continue
    at = html.indexOf(quote, html.indexOf(quote, at) + 1)
    if (at < 0) return -1
  }
  return -1
}

/** A script with `src` runs that file in place of its text; other types are data. */
function isRun(tag: string): boolean {
  return !/\ssrc\b/i.test(tag) && JS_TYPE.test(SCRIPT_TYPE.exec(tag)?.[1] ?? '')
}

function closing(element: string): RegExp {
  return element === 'plaintext' ? /$^/ : new RegExp(`</${element}[\\s/>]`, 'i')
}

function after(html: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.test(html) ? pattern.lastIndex : -1
}

function matchAt(sticky: RegExp, html: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(html)
}
