import { copiedUntil, noteCopied, watchCopied } from '../../lib/store/copied'

const KEPT_MS = 60_000

/** What this page has copied, to know it again; gone with the minute. */
let copied: string | undefined

/**
 * Copies a secret for a minute. What holds after it: a page of ours that has the focus then clears
 * the clipboard, unless it can see that something else is in it by now (only where the browser lets
 * it read; otherwise it is cleared whatever it holds). Browsers let no page write without the focus,
 * so one in the background clears as soon as it is looked at again, and in Firefox with the next
 * click. When the tab was closed before, the next page or popup of ours does it; when the browser
 * was closed, nobody can.
 */
export async function copySecret(secret: string): Promise<void> {
  await navigator.clipboard.writeText(secret)
  await noteCopied(Date.now() + KEPT_MS)
  copied = secret
}

/** Clears the clipboard when a secret has been in it for a minute. */
export function watchClipboard(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    clearTimeout(timer)
    const until = await copiedUntil()
    if (until === undefined) copied = undefined
    if (until === undefined) return
    const left = until - Date.now()
    clearTimeout(timer)
    if (left > 0) timer = setTimeout(look, left)
    else if (document.hasFocus()) await clear().catch(() => waitForClick(look))
  }
  const stopWatching = watchCopied(look)
  window.addEventListener('focus', look)
  void look()
  return () => {
    clearTimeout(timer)
    stopWatching()
    window.removeEventListener('focus', look)
    window.removeEventListener('click', look)
  }
}

async function clear(): Promise<void> {
  if (!(await isReplaced())) await navigator.clipboard.writeText('')
  copied = undefined
  await noteCopied(null)
}

function waitForClick(look: () => void): void {
  window.addEventListener('click', look, { once: true })
}

/** Whether something else was copied since; not asked for where the browser would have to ask. */
async function isReplaced(): Promise<boolean> {
  if (copied === undefined) return false
  try {
    const { state } = await navigator.permissions.query({
      name: 'clipboard-read' as PermissionName,
    })
    return state === 'granted' && (await navigator.clipboard.readText()) !== copied
  } catch {
    return false
  }
}
