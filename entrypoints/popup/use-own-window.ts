import { useEffect } from 'react'
import { browser } from 'wxt/browser'
import type { PopupQueue } from '../../components/payment/queue'

/** Long enough to read who was paid what. */
const RECEIPT_MS = 3_000

const hasOwnWindow = new URLSearchParams(location.search).has('window')

/** In a small window of its own, which no browser puts away, this page goes when nothing waits. */
export function useOwnWindow(queue: PopupQueue | undefined): void {
  const kind = queue?.shown?.kind
  const isOver = queue?.waiting.length === 0 && (kind === undefined || kind === 'paid')
  useEffect(() => {
    if (!hasOwnWindow || !isOver) return
    const timer = setTimeout(() => void closeTab(), kind === 'paid' ? RECEIPT_MS : 0)
    return () => clearTimeout(timer)
  }, [isOver, kind])
}

/** With its only tab the window goes. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id)
}
