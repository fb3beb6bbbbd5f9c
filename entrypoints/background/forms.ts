import type { Browser } from 'wxt/browser'
import type { FormFields } from '../../lib/payment/request'

type Body = Browser.webRequest.OnBeforeRequestDetails
type Sent = Browser.webRequest.OnSendHeadersDetails

/** Forms on their way; an answer takes them out, and the oldest make room. */
const MAX_KEPT = 20
const MAX_CHARS = 256 * 1024
const fieldsOf = new Map<string, FormFields['fields']>()
const forms = new Map<string, FormFields>()

/** Keeps the fields of a form POST, so that it can be submitted again if a 402 comes. */
export function noteFormBody({ requestId, method, requestBody }: Body): undefined {
  if (method !== 'POST' || !requestBody?.formData) return
  const fields = Object.entries(requestBody.formData).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, String(value)]),
  )
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (size <= MAX_CHARS) keep(fieldsOf, requestId, fields)
}

/** A form with files cannot be made again: the browser does not show us what is in them. */
export function noteFormHeaders({ requestId, method, requestHeaders }: Sent): undefined {
  const fields = fieldsOf.get(requestId)
  if (method !== 'POST' || !fields) return
  fieldsOf.delete(requestId)
  const type = requestHeaders?.find(({ name }) => name.toLowerCase() === 'content-type')?.value
  const enctype = ENCTYPES.find((known) => type?.startsWith(known))
  if (enctype) keep(forms, requestId, { enctype, fields })
}

export function takeForm(requestId: string): FormFields | undefined {
  const form = forms.get(requestId)
  forms.delete(requestId)
  return form
}

const ENCTYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MAX_KEPT && oldest !== undefined) map.delete(oldest)
}
