import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BUILDS, type Build, filesOf, manifestOf, textsOf } from './built'

/** What makes code of text, or fetches code from elsewhere, however it was made small. */
const FOREIGN_CODE: [what: string, pattern: RegExp][] = [
  ['eval', /(?<![\w$.])eval\s*\(/],
  ['a function of text', /(?<![\w$."'`])Function\s*\(/],
  ['a function of text by another name', /=\s*Function\s*[,;)\n]/],
  ['a function of text, found by its kind', /\.constructor\s*\(\s*["'`]/],
  ['a timer of text', /(?<![\w$])set(?:Timeout|Interval)\s*\(\s*["'`]/],
  ['a script from elsewhere', /importScripts|(?<![\w$])import\s*\(\s*["'`](?!\.{1,2}\/)/],
  ['a module from elsewhere', /(?<![\w$])(?:from|import)\s*["'`](?!\.{1,2}\/)[\w.@/:-]*["'`]\s*;/],
  ['an element for a script', /\.src\s*=\s*["'`]https?:/],
]

describe.each(BUILDS)('the scripts of %s', (build) => {
  const scripts = textsOf(build, 'js')

  it.each(FOREIGN_CODE)('hold no %s', (_what, pattern) => {
    expect(scripts.length).toBeGreaterThan(2)
    const found = scripts.flatMap(([path, text]) => {
      const match = pattern.exec(text)
      const at = match?.index ?? 0
      return match ? [`${path}: ${text.slice(at - 40, at + 60)}`] : []
    })
    expect(found).toEqual([])
  })
})

describe('what makes code of text is found', () => {
  it.each([
    'eval("1")',
    'return new Function("a","b")',
    'try{return Function(``),!0}catch{}',
    'let e=Function,t=1;return new e(t)',
    '(()=>{}).constructor("alert(1)")()',
    'setTimeout("alert(1)")',
    'importScripts(a)',
    'import("https://cdn.example/a.js")',
    'import a from"https://cdn.example/a.js";',
    's.src="https://cdn.example/a.js"',
  ])('in %s', (text) => {
    expect(FOREIGN_CODE.some(([, pattern]) => pattern.test(text))).toBe(true)
  })

  it.each([
    'import{t}from"./a.js";',
    'import(`./strength-library-DWg8Vy6u.js`)',
    'e.Function=1',
    'setFunctionModule(e,t)',
    'super([`Function "e" does not`])',
    'medieval(1)',
    'a.eval(1)',
  ])('and nothing in %s', (text) => {
    expect(FOREIGN_CODE.filter(([, pattern]) => pattern.test(text))).toEqual([])
  })
})

describe.each(BUILDS)('the pages of %s', (build) => {
  it('load what is in the package, and hold no script of their own', () => {
    const pages = textsOf(build, 'html')
    expect(pages.map(([path]) => path)).toEqual(['dashboard.html', 'popup.html'])
    for (const [, page] of pages) {
      const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, to]) => to ?? '')
      const files = filesOf(build)
      expect(addresses.filter((to) => !files.has(to.replace(/^\//, '')))).toEqual([])
      expect(addresses.length).toBeGreaterThan(2)
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i)
    }
  })

  it('take no style and no picture from elsewhere', () => {
    for (const [, style] of textsOf(build, 'css')) {
      expect(style).not.toMatch(/@import|url\(\s*["']?(?!data:|#|\/(?!\/)|\.)/)
    }
  })
})

/** Bytes of what runs in every page, each script compressed by itself. */
const CONTENT_LIMITS: Record<Build, number> = { 'chrome-mv3': 4 * 1024, 'firefox-mv3': 1024 }

describe.each(BUILDS)('what %s runs in every page', (build) => {
  const scripts = manifestOf(build).content_scripts.flatMap(({ js }) => js)
  const compressed = (path: string) => gzipSync(filesOf(build).get(path) ?? '', { level: 9 }).length

  it('stays small, so that no page feels it', () => {
    const sizes = scripts.map(compressed)
    expect(Math.min(...sizes)).toBeGreaterThan(100)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(CONTENT_LIMITS[build])
  })
})
