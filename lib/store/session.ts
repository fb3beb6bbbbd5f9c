import { browser } from 'wxt/browser'

/**
 * The unlocked key, in `storage.session`: memory only, trusted contexts only (the default access
 * level), gone when the browser closes. It survives the worker, which the browser may stop at any
 * moment.
 */
const KEY = 'unlocked'

export interface Unlocked {
  address: `0x${string}`
  privateKey: `0x${string}`
  /** Milliseconds since 1970. */
  since: number
}

export async function getUnlocked(): Promise<Unlocked | undefined> {
  const stored = await browser.storage.session.get<{ unlocked?: Unlocked }>(KEY)
  return stored.unlocked
}

export async function setUnlocked(unlocked: Unlocked): Promise<void> {
  await browser.storage.session.set({ [KEY]: unlocked })
}

export async function clearUnlocked(): Promise<void> {
  await browser.storage.session.remove(KEY)
}

/** Calls back with whether the wallet is unlocked, now and at each change. */
export function watchUnlocked(onChange: (unlocked: boolean) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEY]
    if (change) onChange(Boolean(change.newValue))
  }
  browser.storage.session.onChanged.addListener(listener)
  void getUnlocked().then((unlocked) => onChange(unlocked !== undefined))
  return () => browser.storage.session.onChanged.removeListener(listener)
}
