import { expect, type Worker } from '@playwright/test'
import type { Tuppence } from '../tuppence'
import { watchPoints } from './points'

/** Stops the worker of the extension at one point of what it does. */
export class Crash {
  readonly #tuppence: Tuppence
  readonly #worker: Worker
  #isAtPoint = false

  private constructor(tuppence: Tuppence, worker: Worker) {
    this.#tuppence = tuppence
    this.#worker = worker
    worker.on('console', (message) => {
      if (message.text() === 'Crash point reached') this.#isAtPoint = true
    })
  }

  static async of(tuppence: Tuppence): Promise<Crash> {
    return new Crash(tuppence, await tuppence.worker())
  }

  /** A worker that was just started, and lists the points that it comes by; it halts at one. */
  async prepare(point?: string): Promise<void> {
    await this.#tuppence.stopWorker()
    await this.start()
    this.#isAtPoint = false
    // What was written at a point is told for the reader.
    await this.#worker.evaluate(watchPoints, point?.replace(/ \(.*\)$/, ''))
  }

  /** Whether the worker has come to the point and does nothing any more. */
  readonly isReached = () => this.#isAtPoint

  /** The points reached since `prepare`, in order. */
  reached(): Promise<string[]> {
    return this.#worker.evaluate(
      () => (globalThis as { reachedPoints?: string[] }).reachedPoints ?? [],
    )
  }

  /** Waits for the point that `prepare` named; not for ever. */
  async comes(): Promise<boolean> {
    try {
      await expect.poll(this.isReached, { intervals: [5], timeout: 20_000 }).toBe(true)
      return true
    } catch {
      return false
    }
  }

  /** Waits for the point that `prepare` named, and stops the worker there. */
  async happens(): Promise<boolean> {
    const comes = await this.comes()
    if (comes) await this.#tuppence.stopWorker()
    return comes
  }

  /** Starts the worker by a message that does nothing, and waits until it has recovered. */
  async start(): Promise<void> {
    const paymentId = crypto.randomUUID()
    await expect(this.#tuppence.command('decline', { paymentId })).rejects.toMatchObject({
      code: 'payment_not_found',
    })
  }
}
