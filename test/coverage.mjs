/**
 * `npm run coverage`: writes docs/COVERAGE.md from what the last `npm test` saw in the matrix of
 * request kinds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/run.mjs'

const MECHANISMS = {
  held: 'held, then repeated by the page script',
  reload: 'the document reloads',
  form: 'the form is rebuilt and submitted',
  element: 'the element loads again',
  download: 'the link is clicked again',
  'next attempt': 'paid for the next attempt',
}
const COLUMNS = [1, 2].flatMap((version) =>
  ['same', 'cross'].flatMap((origin) =>
    ['click', 'auto'].map((approval) => ({ version, origin, approval })),
  ),
)

/** The page, from a JSON report of Playwright. */
export function coveragePage(report) {
  const rows = new Map()
  for (const { facts, passed } of results(report.suites)) {
    const row = rows.get(facts.name) ?? { ...facts, cells: new Map() }
    row.cells.set(keyOf(facts), passed)
    rows.set(facts.name, row)
  }
  const head = COLUMNS.map(({ version, origin, approval }) => `v${version} ${origin} ${approval}`)
  return `# Coverage

Written by \`npm run coverage\` from the results of the matrix test (\`test/e2e/matrix\`) in Chromium:
each ✓ is a payment that was settled on a chain, exactly once, with what was asked for in the page
at the end. *Same* and *cross* are the origin of the seller as the page sees it; *click* is approved
by the user, *auto* by the limits (across origins, and where noted, the wallet always asks: there
the ✓ says that it did).

| kind of request | how | ${head.join(' | ')} |
|---|---|${COLUMNS.map(() => ':-:|').join('')}
${[...rows.values()].map(line).join('\n')}

## Notes

${[...rows.values()].flatMap(notes).join('\n')}

Never paid: prefetch, prerender before it is shown, preflight, beacon, WebSocket, hidden frames (in
Firefox every frame asks, in view or not), and a request whose paid answer the page could not read
(\`careful.spec.ts\`). A form with files, and one that another site has sent, is paid for and then
submitted again by the user; an image, script or style sheet of another origin whose 402 has an HTML
or JSON body is hidden by the browser itself (\`limits-of-the-platform.spec.ts\`).
`
}

function* results(suites) {
  for (const suite of suites) {
    yield* results(suite.suites ?? [])
    for (const spec of suite.specs ?? []) {
      for (const { annotations } of spec.tests) {
        for (const { type, description } of annotations) {
          if (type === 'coverage') yield { facts: JSON.parse(description), passed: spec.ok }
        }
      }
    }
  }
}

function line({ name, mechanism, cells }) {
  const marks = COLUMNS.map((column) => {
    const passed = cells.get(keyOf(column))
    return passed === undefined ? '–' : passed ? '✓' : '✗'
  })
  return `| ${name} | ${MECHANISMS[mechanism]} | ${marks.join(' | ')} |`
}

function notes({ name, headerOnly, alwaysAsks, sameOriginOnly }) {
  return [
    headerOnly && `- ${name}, v1: ${headerOnly}.`,
    alwaysAsks && `- ${name}: always asks; ${alwaysAsks}.`,
    sameOriginOnly && `- ${name}, cross: a link to another origin is followed, not saved.`,
  ].filter(Boolean)
}

function keyOf({ version, origin, approval }) {
  return `${version} ${origin} ${approval}`
}

if (process.argv[1] === import.meta.filename) {
  const report = JSON.parse(readFileSync(join(root, 'test-results/browser.json'), 'utf8'))
  writeFileSync(join(root, 'docs/COVERAGE.md'), coveragePage(report))
}
