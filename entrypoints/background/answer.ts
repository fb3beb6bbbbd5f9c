import { sha256, stringToBytes } from 'viem/utils'
import { essenceOf } from '../../lib/payment/content'
import type { PaidAnswer } from '../../lib/payment/payment'
import { type HttpHeader, headerValues } from '../../lib/protocols/x402/headers'
import type { AnswerDetails } from './replay/watch'

type Details = Pick<AnswerDetails, 'statusCode' | 'statusLine'> & { responseHeaders?: HttpHeader[] }

/** What is kept of the answer to a paid request; `at` in milliseconds since 1970. */
export function paidAnswer(details: Details, at: number): PaidAnswer {
  const { statusCode, responseHeaders = [] } = details
  const mimeType = essenceOf(headerValues(responseHeaders, ['content-type'])[0])
  const length = lengthOf(responseHeaders)
  return {
    status: statusCode,
    at,
    ...(mimeType && { mimeType }),
    ...(length !== undefined && { length }),
    headersHash: headersHash(details),
  }
}

/** Nothing where no header tells: the body comes in chunks, or the headers contradict each other. */
function lengthOf(headers: HttpHeader[]): number | undefined {
  if (headerValues(headers, ['transfer-encoding']).length > 0) return undefined
  const [value, ...others] = headerValues(headers, ['content-length'])
  if (value === undefined || others.some((other) => other !== value)) return undefined
  return /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}

/**
 * SHA-256 (hex) over the status line and the header lines as the browser shows them, joined by line
 * feeds. Cookies are left out: they are the user's, and nothing to hand to others.
 */
function headersHash({ statusCode, statusLine, responseHeaders = [] }: Details): string {
  const lines = responseHeaders
    .filter(({ name }) => name.toLowerCase() !== 'set-cookie')
    .map(
      (header) => `${header.name}: ${headerValues([header], [header.name.toLowerCase()])[0] ?? ''}`,
    )
  const text = [statusLine ?? String(statusCode), ...lines].join('\n')
  return sha256(stringToBytes(text)).slice(2)
}
