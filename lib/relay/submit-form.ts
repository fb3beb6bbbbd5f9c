import type { FormFields } from '../page-channel'

/**
 * Submits the form that led to a document once more, to the address of this document. Runs inside
 * it, in our own world, where and when the worker sends it; it stands alone, as the browser carries
 * over its text and nothing else.
 */
export function submitForm(action: string, { fields, enctype }: FormFields): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action, enctype, acceptCharset: 'utf-8', hidden: true })
  for (const [name, value] of fields) {
    // A text area keeps line breaks, which a hidden input would lose.
    const field = document.createElement('textarea')
    Object.assign(field, { name, value })
    form.append(field)
  }
  document.documentElement.append(form)
  // A field of the page may be called `submit`, too.
  HTMLFormElement.prototype.submit.call(form)
}
