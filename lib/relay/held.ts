import {
  ANSWER,
  ASK,
  CHANNEL,
  type ChannelAnswer,
  type ChannelAsk,
  HELLO,
  type Verdict,
} from '../page-channel'
import { report } from './worker'

/** The requests that the page script holds, as the relay knows them. */
export interface HeldRequests {
  has(ticket: string): boolean
  answer(ticket: string, verdict: Verdict): void
  keepAll(): void
}

/** Opens the channel to the page script and carries its questions to the worker. */
export function relayHeld(onFirst: () => void): HeldRequests {
  const element = document.createElement('i')
  const held = new Set<string>()

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
    if (ask.kind === 'gone') {
      if (held.delete(ask.ticket)) void report({ report: 'gone', ticket: ask.ticket })
    } else void ask402(ask)
  })

  async function ask402(ask: Exclude<ChannelAsk, { kind: 'gone' }>) {
    held.add(ask.ticket)
    onFirst()
    answer(ask.ticket, (await report({ report: 'held-402', ...ask })) ?? { verdict: 'keep' })
  }

  function answer(ticket: string, verdict: Verdict) {
    if (verdict.verdict === 'wait' || !held.delete(ticket)) return
    const detail = JSON.stringify({ ticket, verdict } satisfies ChannelAnswer)
    element.dispatchEvent(new CustomEvent(ANSWER, { detail }))
  }

  return {
    has: (ticket) => held.has(ticket),
    answer,
    keepAll() {
      for (const ticket of held) answer(ticket, { verdict: 'keep' })
    },
  }
}
