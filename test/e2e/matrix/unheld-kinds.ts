import { type Kind, PAID, run } from './kind'

const alwaysAsks = 'nothing can hold it: the page has to ask again'

/** What nothing can hold: each of these asks again by itself after a while. */
export const UNHELD_KINDS: Kind[] = [
  {
    name: 'synchronous XMLHttpRequest',
    mechanism: 'next attempt',
    alwaysAsks,
    ask: run((url) => {
      const attempt = () => {
        const xhr = new XMLHttpRequest()
        xhr.open('GET', url, false)
        xhr.send()
        Object.assign(window, { got: xhr.responseText })
        if (xhr.status === 402) setTimeout(attempt, 100)
      }
      attempt()
    }),
  },
  {
    name: 'EventSource',
    mechanism: 'next attempt',
    alwaysAsks,
    deliver: () => ({
      headers: { 'Content-Type': 'text/event-stream' },
      body: `data: ${PAID}\n\n`,
    }),
    ask: run((url) => {
      const attempt = () => {
        const source = new EventSource(url)
        source.onmessage = ({ data }) => {
          source.close()
          Object.assign(window, { got: data })
        }
        source.onerror = () => {
          source.close()
          setTimeout(attempt, 100)
        }
      }
      attempt()
    }),
  },
  {
    name: 'fetch of a worker',
    mechanism: 'next attempt',
    alwaysAsks,
    ask: run((url) => {
      const code = `const attempt = () => fetch(${JSON.stringify(url)}).then(async (r) =>
        r.status === 402 ? setTimeout(attempt, 100) : postMessage(await r.text())); attempt()`
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      worker.onmessage = ({ data }) => Object.assign(window, { got: data })
    }),
  },
  {
    name: 'fetch of a shared worker',
    mechanism: 'next attempt',
    alwaysAsks,
    ask: run((url) => {
      const code = `onconnect = ({ ports: [port] }) => {
        const attempt = () => fetch(${JSON.stringify(url)}).then(async (r) =>
          r.status === 402 ? setTimeout(attempt, 100) : port.postMessage(await r.text()))
        attempt() }`
      const worker = new SharedWorker(URL.createObjectURL(new Blob([code])))
      worker.port.onmessage = ({ data }) => Object.assign(window, { got: data })
    }),
  },
]
