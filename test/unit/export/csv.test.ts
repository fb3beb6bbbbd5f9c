import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecord } from '../../../lib/export/csv'
import { readCsv } from './csv-reader'

const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', ';', ' ', 'a'),
  }),
)

/** With an apostrophe before what begins like a formula. */
function guarded(cell: string): string {
  return cell !== '' && '=+-@\t\r\n＝＋－＠'.includes(cell[0]!) ? `'${cell}` : cell
}

describe('a CSV record', () => {
  it('comes back as it was, whatever its cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 6 })), (records) => {
        const back = readCsv(records.map(csvRecord).join(''))
        expect(back).toEqual(records.map((cells) => cells.map(guarded)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never has a cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 2 }), (cells) => {
        for (const cell of readCsv(csvRecord(cells))[0] ?? []) {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    [
      '=HYPERLINK("https://evil.example";"Click")',
      `"'=HYPERLINK(""https://evil.example"";""Click"")"`,
    ],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['0.05', '0.05'],
    ['plain', 'plain'],
    ['one, two', '"one, two"'],
    ['one; two', '"one; two"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(csvRecord([cell, 'x'])).toBe(`${written},x\r\n`)
  })
})
