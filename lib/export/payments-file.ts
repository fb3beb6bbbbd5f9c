import type { Payment } from '../payment/payment'
import { csvBody, csvHead } from './payments-csv'
import { jsonBody, jsonEnd, jsonHead } from './payments-json'

export type ExportFormat = 'csv' | 'json'

/**
 * The text of an export in pieces, one for each piece of the history: however long it is, only a
 * piece of it is in memory as text.
 */
export async function* exportText(
  format: ExportFormat,
  pieces: AsyncIterable<readonly Payment[]>,
  savedAt: number,
): AsyncGenerator<string> {
  yield format === 'csv' ? csvHead() : jsonHead(savedAt)
  let first = true
  for await (const payments of pieces) {
    yield format === 'csv' ? csvBody(payments) : jsonBody(payments, first)
    first &&= payments.length === 0
  }
  if (format === 'json') yield jsonEnd()
}

/** The file's media type. */
export function mediaTypeOf(format: ExportFormat): string {
  return format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json'
}
