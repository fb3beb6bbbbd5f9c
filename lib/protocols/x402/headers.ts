/** Header names of the x402 HTTP transports, lower case as the browser compares them. */
export const PAYMENT_REQUIRED_HEADERS = ['payment-required', 'x-payment-required']
export const PAYMENT_RESPONSE_HEADERS = ['payment-response', 'x-payment-response']

/** One response header as `webRequest` gives it. */
export interface HttpHeader {
  name: string
  value?: string | undefined
  /** In place of `value` where the bytes are not text. */
  binaryValue?: unknown
}

/** Every value of the named headers, in order: two of them are an ambiguity, not a choice. */
export function headerValues(
  headers: readonly HttpHeader[] | undefined,
  names: string[],
): string[] {
  return (headers ?? []).flatMap(({ name, value, binaryValue }) => {
    if (!names.includes(name.toLowerCase())) return []
    return value ?? (binaryValue === undefined ? [] : '\ufffd')
  })
}
