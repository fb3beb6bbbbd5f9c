import type { Browser } from 'wxt/browser'
import type { FormFields } from '../../lib/page-channel'

type Body = Browser.webRequest.OnBeforeRequestDetails
type Sent = Browser.webRequest.OnSendHeadersDetails

/**
 * Forms on their way. They may hold anything, so they stay in memory, and no longer than it takes
 * to know that the answer is no 402.
 */
const KEEP_MS = 60_000
const MAX_CHARS = 256 * 1024
const underWay = new Map<
  string,
  { fields: FormFields['fields']; enctype?: FormFields['enctype'] }
>()

/** Forms of documents that wait to be paid for, no longer than these do. */
const waiting = new Map<string, FormFields & { tabId: number }>()
const MAX_WAITING = 20

/** Keeps the fields of a form POST, so that it can be submitted again if a 402 comes. */
export function noteFormBody({ requestId, method, requestBody }: Body): undefined {
  if (method !== 'POST' || !requestBody?.formData) return
  const fields = Object.entries(requestBody.formData).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, String(value)]),
  )
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (size > MAX_CHARS) return
  underWay.set(requestId, { fields })
  setTimeout(() => underWay.delete(requestId), KEEP_MS)
}

/** Only with its own encoding a form is the same form. */
export function noteFormHeaders({ requestId, method, requestHeaders }: Sent): undefined {
  const form = method === 'POST' && underWay.get(requestId)
  if (!form) return
  const type = requestHeaders?.find(({ name }) => name.toLowerCase() === 'content-type')?.value
  const enctype = ENCTYPES.find((known) => type?.startsWith(known))
  if (enctype) form.enctype = enctype
}

/** Takes the form of a request out, whatever its answer is. */
export function takeForm(requestId: string): FormFields | undefined {
  const form = underWay.get(requestId)
  underWay.delete(requestId)
  return form?.enctype && { fields: form.fields, enctype: form.enctype }
}

/** Keeps the form of a document that is a 402 until it is paid for. */
export function keepForm(documentId: string, tabId: number, form: FormFields): void {
  waiting.set(documentId, { ...form, tabId })
  const [oldest] = waiting.keys()
  if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest)
}

/** The form of a waiting document; gone when the worker was stopped meanwhile. */
export function formOf(documentId: string): FormFields | undefined {
  const form = waiting.get(documentId)
  return form && { fields: form.fields, enctype: form.enctype }
}

export function forgetForm(documentId: string): void {
  waiting.delete(documentId)
}

/** The tab is closed, or shows another document. */
export function forgetFormsOf(tabId: number, shown?: string): void {
  for (const [documentId, form] of waiting) {
    if (form.tabId === tabId && documentId !== shown) waiting.delete(documentId)
  }
}

const ENCTYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const
