import {
  ANSWER,
  ASK,
  CHANNEL,
  type ChannelAnswer,
  type ChannelAsk,
  HELLO,
  type Verdict,
} from '../page-channel'
import {
  addListener,
  apply,
  dispatch,
  getter,
  mapDelete,
  mapGet,
  mapSet,
  NativeCustomEvent,
  NativePromise,
  parse,
  stopEvent,
  stringify,
} from './natives'

export interface Channel {
  /** Asks the wallet about a held request and resolves with its verdict, however late. */
  hold(
    kind: 'fetch' | 'xhr',
    url: string,
    method: string,
    bodyHint: boolean,
  ): { verdict: Promise<Verdict>; giveUp(): void }
}

const detailOf = getter(CustomEvent.prototype, 'detail')
const relatedTargetOf = getter(MouseEvent.prototype, 'relatedTarget')

/**
 * Shakes hands with the relay over `document.fonts`, before the page can listen there; from then
 * on both talk over a detached element that only they hold. A same-origin opener can still get in
 * first, so no authority rests on it.
 */
export function openChannel(): Channel | undefined {
  let element: EventTarget | null = null
  const onChannel = (event: Event) => {
    apply(stopEvent, event, [])
    element = relatedTargetOf(event as MouseEvent)
  }
  apply(addListener, document.fonts, [CHANNEL, onChannel, { capture: true, once: true }])
  apply(dispatch, document.fonts, [new NativeCustomEvent(HELLO)])
  if (!element) return undefined
  const target: EventTarget = element

  let count = 0
  const waiting = new Map<string, (verdict: Verdict) => void>()
  apply(addListener, target, [
    ANSWER,
    (event: Event) => {
      const { ticket, verdict }: ChannelAnswer = parse(detailOf(event as CustomEvent))
      const resolve = apply(mapGet, waiting, [ticket])
      apply(mapDelete, waiting, [ticket])
      resolve?.(verdict)
    },
  ])
  const ask = (detail: ChannelAsk) =>
    apply(dispatch, target, [new NativeCustomEvent(ASK, { detail: stringify(detail) })])

  return {
    hold(kind, url, method, bodyHint) {
      const ticket = `${++count}`
      const verdict = new NativePromise<Verdict>((resolve) => {
        apply(mapSet, waiting, [ticket, resolve])
      })
      ask({ kind, ticket, url, method, bodyHint })
      return {
        verdict,
        giveUp() {
          apply(mapDelete, waiting, [ticket])
          ask({ kind: 'gone', ticket })
        },
      }
    },
  }
}
