import { expect, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ASK, CHANNEL, type ChannelAsk, HELLO } from '../../../lib/page-channel'
import { relayHeld } from '../../../lib/relay/held'
import { runnable } from '../fuzz'
import { mutatedJson, mutatedText } from '../mutations'
import type { Target } from '../target'

/** As much of a document as the relay touches, and what it throws where nobody catches it. */
class Page {
  readonly element = new EventTarget()
  thrown: unknown

  constructor() {
    const fonts = new EventTarget()
    vi.stubGlobal('document', { fonts, createElement: () => this.watched() })
    vi.stubGlobal('MouseEvent', Event)
    vi.stubGlobal('CustomEvent', Detailed)
    fonts.addEventListener(CHANNEL, () => undefined)
    relayHeld(() => undefined)
    fonts.dispatchEvent(new Event(HELLO))
  }

  /** An `EventTarget` of Node throws the errors of its listeners later: here they are caught. */
  private watched(): EventTarget {
    const { element } = this
    const add = element.addEventListener.bind(element)
    element.addEventListener = (type: string, listener: unknown) =>
      add(type, (event) => {
        try {
          ;(listener as (event: Event) => void)(event)
        } catch (error) {
          this.thrown = error
        }
      })
    return element
  }
}

class Detailed extends Event {
  readonly detail: unknown

  constructor(type: string, { detail }: { detail: unknown }) {
    super(type)
    this.detail = detail
  }
}

const url = 'https://news.example/article'
const ASKS: ChannelAsk[] = [
  { kind: 'fetch', ticket: '1', url, method: 'GET', bodyHint: true },
  { kind: 'xhr', ticket: '2', url, method: 'POST', bodyHint: false },
  { kind: 'gone', ticket: '1' },
]
let page: Page | undefined

/** What a page says that has taken the channel over: the relay hears it, or passes it over. */
const relay: Target<string, { reported: unknown[]; thrown: unknown }> = {
  name: 'relay',
  share: 20,
  inputs: mutatedText(mutatedJson(...ASKS), true),
  async act(detail) {
    page ??= new Page()
    const reported: unknown[] = []
    fakeBrowser.runtime.sendMessage = async (message: unknown) => {
      reported.push(message)
      return { verdict: 'keep' }
    }
    page.thrown = undefined
    page.element.dispatchEvent(new Detailed(ASK, { detail }))
    await Promise.resolve()
    return { reported, thrown: page.thrown }
  },
  accepts: ({ reported }) => reported.length > 0,
  check({ reported, thrown }) {
    expect(thrown).toBeUndefined()
    expect(reported.length).toBeLessThanOrEqual(1)
    for (const one of reported) {
      expect(['held-402', 'gone']).toContain((one as { report: string }).report)
    }
  },
}

export const relayTarget = runnable(relay)
