import { create } from 'zustand'

interface View {
  /** Milliseconds since 1970. */
  openedAt: number
  /** The payment on the screen. */
  currentId: string | undefined
  /** Outcomes put away. */
  dismissed: ReadonlySet<string>
  show(paymentId: string | undefined): void
  dismiss(paymentId: string): void
}

/** Passing state of this popup; gone when it closes. */
export const useView = create<View>((set) => ({
  openedAt: Date.now(),
  currentId: undefined,
  dismissed: new Set(),
  show: (currentId) => set({ currentId }),
  dismiss: (paymentId) =>
    set(({ dismissed }) => ({
      currentId: undefined,
      dismissed: new Set([...dismissed, paymentId]),
    })),
}))
