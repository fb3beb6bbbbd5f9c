import { browser } from 'wxt/browser'

/**
 * On some platforms the window that asks for a passkey takes the focus, which closes the popup of
 * the extension, and the question with it. Nothing tells so beforehand: a popup that was closed
 * while it asked leaves this behind, and from then on the question is asked on a page.
 */
const KEY = 'passkeyClosedPopup'

/** Whether passkeys have to be asked for on a page. */
export async function passkeyClosesPopup(): Promise<boolean> {
  const stored = await browser.storage.local.get<{ [KEY]?: boolean }>(KEY)
  return stored[KEY] === true
}

/** Asks in the popup, and notices if the popup does not outlive it. */
export async function askInPopup<T>(ask: () => Promise<T>): Promise<T> {
  await browser.storage.local.set({ [KEY]: true })
  try {
    return await ask()
  } finally {
    await browser.storage.local.remove(KEY)
  }
}
