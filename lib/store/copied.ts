import { browser } from 'wxt/browser'

/**
 * That a secret is in the clipboard, and until when: never the secret itself. In `storage.session`,
 * so that every page of ours knows it, also one that is opened after the tab that copied is gone.
 */
const KEY = 'clipboardUntil'

/** @param until milliseconds since 1970; `null` once it is cleared */
export async function noteCopied(until: number | null): Promise<void> {
  if (until === null) await browser.storage.session.remove(KEY)
  else await browser.storage.session.set({ [KEY]: until })
}

/** When the clipboard is to be cleared, milliseconds since 1970; nothing where it need not be. */
export async function copiedUntil(): Promise<number | undefined> {
  const stored = await browser.storage.session.get<{ [KEY]?: number }>(KEY)
  return stored[KEY]
}

/** Calls back each time that a secret was copied or cleared. */
export function watchCopied(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (changes[KEY]) onChange()
  }
  browser.storage.session.onChanged.addListener(listener)
  return () => browser.storage.session.onChanged.removeListener(listener)
}
