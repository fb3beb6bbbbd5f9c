import { type Browser, browser } from 'wxt/browser'

type SendDetails = Browser.webRequest.OnSendHeadersDetails
type AnswerDetails = Browser.webRequest.OnHeadersReceivedDetails
type ErrorDetails = Browser.webRequest.OnErrorOccurredDetails

export interface Handlers {
  onSendHeaders(details: SendDetails): void
  onHeadersReceived(details: AnswerDetails): void
  onErrorOccurred(details: ErrorDetails): void
}

/**
 * To add and take away listeners costs the browser as much as a payment does, and a page that pays
 * once often pays again: they stay a moment.
 */
const QUIET_MS = 2_000
/** What is listened to, in `storage.local`: the browser keeps listeners over its own end, too. */
const KEY = 'listening'
/** How often this worker has added listeners; so often the next one has to, at most, to sweep them. */
let rounds = 0
const MOST_ROUNDS = 200

interface Noted {
  hosts: string[]
  rounds: number
}

/** What can stand in a filter as it is; other hosts take a filter for everything. */
const PLAIN = /^[\w-]+(\.[\w-]+)*$/

interface Listening {
  remove(): void
  timer?: ReturnType<typeof setTimeout>
}

const hosts = new Map<string, Listening>()

/** Whether the requests to the host of an address can be listened to alone. */
export function isPlainHost(url: string): boolean {
  return PLAIN.test(new URL(url).hostname)
}

/**
 * Listens to the requests to the host of an address for a moment, and while something is paid there:
 * an event costs every request, so all others have none.
 */
export function listenTo(url: string, handlers: Handlers, isPaid: (host: string) => boolean): void {
  const { hostname } = new URL(url)
  const listening = hosts.get(hostname) ?? begin(hostname, handlers)
  const endWhenQuiet = () => {
    if (isPaid(hostname)) listening.timer = setTimeout(endWhenQuiet, QUIET_MS)
    else end(hostname, listening)
  }
  clearTimeout(listening.timer)
  listening.timer = setTimeout(endWhenQuiet, QUIET_MS)
}

/**
 * Takes away what a worker has left that was stopped while something was paid: the browser would start
 * a worker for each request to that host, also after its next start. It knows a listener that comes again
 * by its filter, or in other versions by how many came before it: so as many are added as that worker
 * had added, for the hosts that it had left, and taken away.
 */
export async function sweepListeners(handlers: Handlers): Promise<void> {
  const { [KEY]: left } = await browser.storage.local.get<{ [KEY]?: Noted }>(KEY)
  const [first] = left?.hosts ?? []
  if (!left || first === undefined) return
  const most = Math.min(left.rounds, MOST_ROUNDS)
  for (const host of left.hosts) if (!hosts.has(host)) addListeners(host, handlers)()
  while (rounds < most) addListeners(first, handlers)()
  note()
}

function begin(hostname: string, handlers: Handlers): Listening {
  // Noted first: whoever is stopped in between leaves none that nobody knows of.
  note([...hosts.keys(), hostname], rounds + 1)
  const listening: Listening = { remove: addListeners(hostname, handlers) }
  hosts.set(hostname, listening)
  return listening
}

function end(hostname: string, { remove }: Listening): void {
  hosts.delete(hostname)
  remove()
  note()
}

function note(listenedTo = [...hosts.keys()], times = rounds): void {
  const noted: Noted = { hosts: listenedTo, rounds: times }
  const { local } = browser.storage
  const written = listenedTo.length > 0 ? local.set({ [KEY]: noted }) : local.remove(KEY)
  // What cannot be noted costs starts of the worker, no money.
  written.catch(() => undefined)
}

/** Gives how they are taken away. */
function addListeners(hostname: string, handlers: Handlers): () => void {
  rounds += 1
  const onSendHeaders = (details: SendDetails) => handlers.onSendHeaders(details)
  const onHeadersReceived = (details: AnswerDetails) => {
    handlers.onHeadersReceived(details)
    return undefined
  }
  const onErrorOccurred = (details: ErrorDetails) => handlers.onErrorOccurred(details)
  const host = PLAIN.test(hostname) ? hostname : '*'
  const filter = { urls: [`http://${host}/*`, `https://${host}/*`] }
  const { webRequest } = browser
  webRequest.onSendHeaders.addListener(onSendHeaders, filter, ['requestHeaders'])
  // Without `extraHeaders` the answers that the browser blocks for the page are not shown to us.
  webRequest.onHeadersReceived.addListener(onHeadersReceived, filter, [
    'responseHeaders',
    'extraHeaders',
  ])
  webRequest.onErrorOccurred.addListener(onErrorOccurred, filter)
  return () => {
    webRequest.onSendHeaders.removeListener(onSendHeaders)
    webRequest.onHeadersReceived.removeListener(onHeadersReceived)
    webRequest.onErrorOccurred.removeListener(onErrorOccurred)
  }
}
