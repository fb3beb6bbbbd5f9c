import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import {
  ANSWER,
  ASK,
  CHANNEL,
  type ChannelAnswer,
  type ChannelAsk,
  HELLO,
  type PageReport,
  type Verdict,
  type WorkerMessage,
} from '../lib/page-channel'

/**
 * Isolated world, every page, before the page script. Carries reports to the worker and verdicts
 * back; decides nothing. Costs an ordinary page one look at its own status and one listener.
 */
export default defineUnlistedScript(() => {
  const element = document.createElement('i')
  const held = new Set<string>()
  let listening = false

  document.fonts.addEventListener(
    HELLO,
    (event) => {
      event.stopImmediatePropagation()
      document.fonts.dispatchEvent(new MouseEvent(CHANNEL, { relatedTarget: element }))
    },
    { once: true, capture: true },
  )
  element.addEventListener(ASK, (event) => {
    const ask: ChannelAsk = JSON.parse((event as CustomEvent<string>).detail)
    if (ask.kind === 'held') void reportHeld(ask)
    else if (held.delete(ask.ticket)) void send({ report: 'gone', ticket: ask.ticket })
  })

  if (window === top && answered402()) whenShown(reportDocument)

  async function reportHeld({ ticket, url, method }: Extract<ChannelAsk, { kind: 'held' }>) {
    held.add(ticket)
    listen()
    answer(
      ticket,
      (await send({ report: 'fetch-402', ticket, url, method })) ?? { verdict: 'keep' },
    )
  }

  function reportDocument() {
    listen()
    void send({ report: 'document-402' })
  }

  function answer(ticket: string, verdict: Verdict) {
    if (!held.has(ticket) || verdict.verdict === 'wait') return
    held.delete(ticket)
    const detail = JSON.stringify({ ticket, verdict } satisfies ChannelAnswer)
    element.dispatchEvent(new CustomEvent(ANSWER, { detail }))
  }

  /** Only a page that met a 402 listens to the worker and tells it when it goes. */
  function listen() {
    if (listening) return
    listening = true
    browser.runtime.onMessage.addListener((message: WorkerMessage, _sender, respond) => {
      if (message.to === 'ping') respond(message.ticket ? held.has(message.ticket) : true)
      else if (message.to === 'document') location.reload()
      else answer(message.ticket, message.verdict)
    })
    addEventListener('pagehide', () => {
      void send({ report: 'gone' })
      for (const ticket of held) answer(ticket, { verdict: 'keep' })
    })
    addEventListener('pageshow', (event) => {
      if (event.persisted && window === top && answered402()) reportDocument()
    })
  }
})

/** The worker may be stopped in the middle of an answer: asking again gives the same one. */
async function send(report: PageReport): Promise<Verdict | undefined> {
  try {
    return await browser.runtime.sendMessage(report)
  } catch {
    return browser.runtime.sendMessage(report).catch(() => undefined)
  }
}

function answered402(): boolean {
  const [timing] = performance.getEntriesByType('navigation')
  return (timing as PerformanceNavigationTiming | undefined)?.responseStatus === 402
}

/** A prerendered document has not been asked for by anyone yet. */
function whenShown(report: () => void) {
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', report, { once: true })
  } else report()
}
