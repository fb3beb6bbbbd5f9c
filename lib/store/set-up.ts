import { browser } from 'wxt/browser'

/**
 * What setting up still holds once there is a wallet, in this order. `done` is the page that ends
 * it. Everything before the wallet is in memory only, and begins anew.
 */
const STEPS = ['limits', 'fund', 'practice', 'done'] as const
export type SetUpStep = (typeof STEPS)[number]

/** In `storage.local`: the name of a step and nothing else. */
const KEY = 'setUp'

/** Where to go on when the page is opened again. */
export async function noteSetUp(step: SetUpStep): Promise<void> {
  await browser.storage.local.set({ [KEY]: step })
}

/** Calls back with where setting up stands, now and at each change; `null` where it never began. */
export function watchSetUp(onChange: (step: SetUpStep | null) => void): () => void {
  const tell = (value: unknown) => onChange(STEPS.find((step) => step === value) ?? null)
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[KEY]) tell(changes[KEY].newValue)
  }
  browser.storage.local.onChanged.addListener(listener)
  void browser.storage.local.get(KEY).then((stored) => tell(stored[KEY]))
  return () => browser.storage.local.onChanged.removeListener(listener)
}
