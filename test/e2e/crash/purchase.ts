import { expect } from '@playwright/test'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import type { Payment } from '../../../lib/payment/payment'
import type { Transfer } from '../../world/chain'
import type { LoggedRequest } from '../../world/request-log'
import { sell } from '../../world/seller'
import { decodeHeader } from '../../world/terms'
import type { Tuppence } from '../tuppence'
import type { Buyer } from './buyers'

let count = 0

const FINAL: readonly PaymentState[] = ['confirmed', 'released', 'declined', 'expired']
/** The wallet is at it, or says that it is paid: the page is about to show it. */
const COMES: readonly PaymentState[] = [
  'offered',
  'reserved',
  'signed',
  'sent',
  'settled',
  'confirmed',
]

const ON_ITS_WAY: readonly PaymentState[] = ['reserved', 'signed', 'sent']
const GOODS_END = '</p>'

/** What a person who wants the content could do now. */
type Help = 'nothing' | 'wait' | 'approve' | 'retry' | 'again'

/** One thing to buy, at an address and at a price that nothing else has. */
export class Purchase {
  readonly path: string
  /** Atomic units. */
  readonly price: bigint
  readonly content: string
  #tuppence: Tuppence
  #buyer: Buyer
  readonly #payer: string
  #delivery: Promise<void> = Promise.resolve()
  /** What the user had to do after the crash, and why the wallet asked. */
  readonly actions: Help[] = []
  readonly reasons: string[] = []

  constructor(tuppence: Tuppence, buyer: Buyer) {
    const number = ++count
    this.path = `/goods/${number}`
    this.price = 10_000n + BigInt(number)
    this.content = `Paid for, number ${number}.`
    this.#tuppence = tuppence
    this.#buyer = buyer
    this.#payer = tuppence.account.address
    const { workbench, facilitator } = tuppence.world
    sell(workbench, facilitator.url, {
      version: 2,
      path: this.path,
      amount: String(this.price),
      deliver: async () => {
        await this.#delivery
        const length = String(this.#goods.length + GOODS_END.length)
        const headers = { 'Content-Type': 'text/html', 'Content-Length': length }
        return { headers, body: this.#body() }
      },
    })
  }

  /** The server takes the payment and keeps the goods until then. */
  deliverAfter(then: Promise<void>): void {
    this.#delivery = then
  }

  get #goods(): string {
    return `<!doctype html><title>${this.path}</title><p>${this.content}`
  }

  /**
   * A document is whole only once the wallet has written down what came of the payment: so its
   * title always comes after that, and is noted. One that is there before keeps its title to itself.
   */
  async *#body(): AsyncIterable<string> {
    yield this.#goods
    const isOnItsWay = async () => (await this.states()).some((state) => ON_ITS_WAY.includes(state))
    await expect.poll(isOnItsWay, FAST).toBe(false)
    yield GOODS_END
  }

  /** The browser was started again: whoever buys goes on there. */
  goOn(tuppence: Tuppence, buyer: Buyer): void {
    this.#tuppence = tuppence
    this.#buyer = buyer
  }

  /** What the ledger has of it, oldest first. */
  async payments(): Promise<Payment[]> {
    const all = await this.#tuppence.payments()
    return all.filter(({ terms }) => terms.amount === this.price)
  }

  async states(): Promise<PaymentState[]> {
    return (await this.payments()).map(({ state }) => state)
  }

  /** The signatures that the server has received for it. */
  nonces(): string[] {
    const ours = this.#tuppence.world.workbench.log.filter(({ url }) => url === this.path)
    return [...new Set(ours.map(nonceOf).filter((nonce) => nonce !== undefined))]
  }

  /** How often it was paid for, as the chain has it. */
  async transfers(): Promise<number> {
    return (await this.#paid()).filter(({ value }) => value === this.price).length
  }

  /** What has left the wallet for anything, as the chain has it. Atomic units. */
  async spent(): Promise<bigint> {
    return (await this.#paid()).reduce((sum, { value }) => sum + value, 0n)
  }

  begin(): Promise<void> {
    return this.#buyer.ask(this.path)
  }

  /** Says yes once the wallet asks, unless something else has happened before. */
  async approve(isOver: () => boolean = () => false): Promise<void> {
    const isAsked = async () => isOver() || (await this.states()).includes('awaiting')
    await expect.poll(isAsked, FAST).toBe(true)
    // No answer comes from a worker that is stopped in the middle.
    if (!isOver()) await this.#approve().catch(() => undefined)
  }

  /** Does what a person does who still wants the content, until it is there. */
  async finish(): Promise<void> {
    await expect(async () => {
      const help = await this.#help()
      if (help !== 'nothing' && help !== 'wait') this.actions.push(help)
      await this.#take(help)
      expect(await this.#help()).toBe('nothing')
    }).toPass({ intervals: [20], timeout: 20_000 })
  }

  /** Waits until every record of it is in its last state, and every request has its answer. */
  async ends(): Promise<void> {
    await expect
      .poll(async () => {
        await this.#tuppence.worker().then((worker) => worker.evaluate(askChainNow))
        await this.#refuseLate()
        return (await this.states()).filter((state) => !FINAL.includes(state))
      }, FAST)
      .toEqual([])
    await expect.poll(() => this.#buyer.isAnswered(), FAST).toBe(true)
  }

  /** A question that comes up when nobody waits for it any more cannot be paid. */
  async #refuseLate(): Promise<void> {
    const late = (await this.payments()).find(({ state }) => state === 'awaiting')
    if (!late) return
    await expect(this.#tuppence.approve(late)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:page_gone|payment_not_found)$/),
    })
  }

  async #help(): Promise<Help> {
    if (await this.#buyer.has(this.content)) return 'nothing'
    const payments = await this.payments()
    if (payments.some(({ state }) => state === 'awaiting')) return 'approve'
    if (payments.some(({ state }) => COMES.includes(state))) return 'wait'
    const isOpen = payments.some(({ state }) => state === 'unknown' || state === 'undelivered')
    const isAnswered = await this.#buyer.isAnswered()
    if (isOpen && (await this.#buyer.isWaiting())) return 'retry'
    return isAnswered ? 'again' : 'wait'
  }

  async #take(help: Help): Promise<void> {
    if (help === 'wait' || help === 'nothing') return
    if (help === 'again') {
      if (await this.#isAskedByItself()) return
      await this.#buyer.ask(this.path)
      await expect.poll(() => this.#help(), FAST).not.toMatch(/again|wait/)
      return
    }
    await (help === 'approve' ? this.#approve() : this.#retry())
    await expect.poll(() => this.#help(), FAST).toBe('nothing')
  }

  /** A document whose question was never answered asks again once the worker is there. */
  async #isAskedByItself(): Promise<boolean> {
    const { patienceMs } = this.#buyer
    const wasAsked = (await this.payments()).some(({ trail }) => trail[1]?.by === 'page')
    if (patienceMs === 0 || wasAsked) return false
    try {
      const options = { intervals: [20], timeout: patienceMs }
      await expect.poll(() => this.#help(), options).not.toBe('again')
      return true
    } catch {
      return false
    }
  }

  async #paid(): Promise<Transfer[]> {
    const all = await this.#tuppence.world.chain.transfers()
    return all.filter(({ from }) => from === this.#payer)
  }

  async #approve(): Promise<void> {
    const waiting = (await this.payments()).find(({ state }) => state === 'awaiting')
    if (!waiting) return
    this.reasons.push(...waiting.reasons.map(({ code }) => code))
    await this.#tuppence.approve(waiting)
  }

  async #retry(): Promise<void> {
    const payments = await this.payments()
    const open = payments.find(({ state }) => state === 'unknown' || state === 'undelivered')
    if (open) await this.#tuppence.command('retry', { paymentId: open.id })
  }
}

/** The chain is asked again now: else by the alarm, or with the next start of the worker. */
async function askChainNow(): Promise<void> {
  await chrome.alarms.create('reconcile', { when: Date.now() })
}

function nonceOf({ headers }: LoggedRequest): string | undefined {
  const header = headers['payment-signature']
  if (header === undefined) return undefined
  const payload = decodeHeader(String(header)) as {
    payload: { authorization: { nonce: string } }
  }
  return payload.payload.authorization.nonce
}

export const FAST = { intervals: [20], timeout: 8_000 }
