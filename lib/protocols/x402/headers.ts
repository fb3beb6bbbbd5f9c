/** Header names of the x402 HTTP transports, lower case as the browser compares them. */
export const PAYMENT_REQUIRED_HEADERS = ['payment-required', 'x-payment-required']
export const PAYMENT_RESPONSE_HEADERS = ['payment-response', 'x-payment-response']

/** One response header as `webRequest` gives it. */
export interface HttpHeader {
  name: string
  value?: string | undefined
}

/** Every value of the named headers, in order: two of them are an ambiguity, not a choice. */
export function headerValues(
  headers: readonly HttpHeader[] | undefined,
  names: string[],
): string[] {
  return (headers ?? []).flatMap(({ name, value }) =>
    names.includes(name.toLowerCase()) && value !== undefined ? [value] : [],
  )
}
