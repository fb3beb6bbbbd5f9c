import {
  ANSWER,
  ASK,
  CHANNEL,
  type ChannelAnswer,
  type ChannelAsk,
  HELLO,
  type Verdict,
} from '../page-channel'
import { shown } from './document'
import { isWorkerReachable, report } from './worker'

/** How often a page with a held request looks whether Tuppence is still there. */
const CHECK_MS = 3_000

/** The requests that the page script holds, as the relay knows them. */
export interface HeldRequests {
  has(ticket: string): boolean
  answer(ticket: string, verdict: Verdict): boolean
  keepAll(): void
}

/** A page that has taken the channel over can say anything: the worker looks at all the rest. */
function askIn(detail: unknown): ChannelAsk | undefined {
  try {
    const ask = JSON.parse(detail as string)
    return typeof ask?.ticket === 'string' ? ask : undefined
  } catch {
    return undefined
  }
}

/** Opens the channel to the page script and carries its questions to the worker. */
export function relayHeld(onFirst: () => void): HeldRequests {
  const element = document.createElement('i')
  const held = new Set<string>()
  let timer: ReturnType<typeof setInterval> | undefined

  document.fonts.addEventListener(
    HELLO,
    (event) => {
      event.stopImmediatePropagation()
      document.fonts.dispatchEvent(new MouseEvent(CHANNEL, { relatedTarget: element }))
    },
    { once: true, capture: true },
  )
  element.addEventListener(ASK, (event) => {
    const ask = askIn((event as CustomEvent<unknown>).detail)
    if (!ask) return
    if (ask.kind === 'gone') {
      if (held.delete(ask.ticket)) void report({ report: 'gone', ticket: ask.ticket })
    } else void ask402(ask)
  })

  async function ask402(ask: Exclude<ChannelAsk, { kind: 'gone' }>) {
    held.add(ask.ticket)
    await shown()
    // Given up meanwhile.
    if (!held.has(ask.ticket)) return
    onFirst()
    watchWorker()
    answer(ask.ticket, (await report({ report: 'held-402', ...ask })) ?? { verdict: 'keep' })
  }

  /** Gives whether somebody waited for it. */
  function answer(ticket: string, verdict: Verdict): boolean {
    if (verdict.verdict === 'wait' || !held.delete(ticket)) return false
    const detail = JSON.stringify({ ticket, verdict } satisfies ChannelAnswer)
    element.dispatchEvent(new CustomEvent(ANSWER, { detail }))
    return true
  }

  function keepAll() {
    for (const ticket of held) answer(ticket, { verdict: 'keep' })
  }

  /** Nobody will ever answer once the worker is gone for good. */
  function watchWorker() {
    if (timer !== undefined) return
    timer = setInterval(() => {
      if (!isWorkerReachable()) keepAll()
      if (held.size > 0) return
      clearInterval(timer)
      timer = undefined
    }, CHECK_MS)
  }

  return {
    has: (ticket) => held.has(ticket),
    answer,
    keepAll,
  }
}
