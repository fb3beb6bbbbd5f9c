import { create } from 'zustand'
import type { Remembered } from './remember/remembered'

interface Failure {
  paymentId: string
  problem: unknown
}

/** Payments that were approved together. */
interface Bulk {
  /** Their sum as it was shown. */
  total: string
  paymentIds: string[]
}

interface View {
  /** Milliseconds since 1970. */
  openedAt: number
  /** The payment on the screen. */
  currentId: string | undefined
  /** Outcomes put away. */
  dismissed: ReadonlySet<string>
  /** What a command for a payment was rejected with, should its card be gone by then. */
  failure: Failure | undefined
  bulk: Bulk | undefined
  /** The rule that was made here, until it is taken back or put away. */
  remembered: Remembered | undefined
  show(paymentId: string | undefined): void
  dismiss(paymentId: string): void
  report(failure: Failure | undefined): void
  payInBulk(bulk: Bulk): void
  remember(remembered: Remembered | undefined): void
}

/** Passing state of this popup; gone when it closes. */
export const useView = create<View>((set) => ({
  openedAt: Date.now(),
  currentId: undefined,
  dismissed: new Set(),
  failure: undefined,
  bulk: undefined,
  remembered: undefined,
  show: (currentId) => set({ currentId }),
  report: (failure) => set({ failure }),
  payInBulk: (bulk) => set({ bulk }),
  remember: (remembered) => set({ remembered }),
  dismiss: (paymentId) =>
    set(({ dismissed }) => ({
      currentId: undefined,
      dismissed: new Set([...dismissed, paymentId]),
    })),
}))
