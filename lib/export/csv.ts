/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Semicolons as well: where a comma is the decimal sign, spreadsheets part cells at them. */
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/

/** One record of a CSV file (RFC 4180) with its line end. No cell of it is ever a formula. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
