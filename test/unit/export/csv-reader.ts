/**
 * Reads RFC 4180 letter by letter, written apart from the writer: a quoted field ends at a quote
 * that no other quote follows.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && field === '') quoted = true
    else if (letter === ',') {
      record.push(field)
      field = ''
    } else if (letter === '\r' && text[at + 1] === '\n') {
      records.push([...record, field])
      record = []
      field = ''
      at += 1
    } else if (letter === '"' || letter === '\r' || letter === '\n') {
      throw new Error(`A bare ${JSON.stringify(letter)} at ${at}`)
    } else field += letter
  }
  if (quoted || field !== '' || record.length > 0) throw new Error('The last record has no end')
  return records
}
