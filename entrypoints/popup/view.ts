import { create } from 'zustand'

interface Failure {
  paymentId: string
  problem: unknown
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
  show(paymentId: string | undefined): void
  dismiss(paymentId: string): void
  report(failure: Failure | undefined): void
}

/** Passing state of this popup; gone when it closes. */
export const useView = create<View>((set) => ({
  openedAt: Date.now(),
  currentId: undefined,
  dismissed: new Set(),
  failure: undefined,
  show: (currentId) => set({ currentId }),
  report: (failure) => set({ failure }),
  dismiss: (paymentId) =>
    set(({ dismissed }) => ({
      currentId: undefined,
      dismissed: new Set([...dismissed, paymentId]),
    })),
}))
