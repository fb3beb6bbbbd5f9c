import { type Kind, PAID, run } from './kind'

/** What the page script holds. */
export const SCRIPT_KINDS: Kind[] = [
  {
    name: 'fetch',
    mechanism: 'held',
    ask: run((url) => {
      void fetch(url)
        .then((response) => response.text())
        .then((body) => Object.assign(window, { got: body }))
    }),
  },
  {
    name: 'fetch POST with JSON',
    mechanism: 'held',
    method: 'POST',
    headerOnly: 'the wallet does not POST by itself to read terms',
    deliver: ({ body }) => ({ body: `${PAID} ${body}` }),
    ask: run((url) => {
      void fetch(url, { method: 'POST', body: JSON.stringify({ a: 1 }) })
        .then((response) => response.text())
        .then((body) => Object.assign(window, { got: body.includes('{"a":1}') ? body : '' }))
    }),
  },
  {
    name: 'XMLHttpRequest',
    mechanism: 'held',
    ask: run((url) => {
      const xhr = new XMLHttpRequest()
      const seen: string[] = []
      xhr.onreadystatechange = () => seen.push(`${xhr.readyState}`)
      xhr.onload = () => seen.push(`load ${xhr.status}`)
      xhr.onloadend = () => {
        const clean = [...new Set(seen)].join() === '1,2,3,4,load 200'
        Object.assign(window, { got: clean ? xhr.responseText : seen.join() })
      }
      xhr.open('GET', url)
      xhr.send()
    }),
  },
]
