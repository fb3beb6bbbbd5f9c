import { useEffect, useState } from 'react'
import { browser } from 'wxt/browser'

export interface WebTab {
  id: number
  host: string
}

/**
 * The web page of this window that was looked at last, `null` when there is none. Other wallets
 * show themselves on web pages only, never on ours.
 */
export function useWebTab(): WebTab | null | undefined {
  const [tab, setTab] = useState<WebTab | null>()
  useEffect(() => {
    const look = () => void lastWebTab().then(setTab)
    look()
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return tab
}

async function lastWebTab(): Promise<WebTab | null> {
  const tabs = await browser.tabs.query({ currentWindow: true, url: ['http://*/*', 'https://*/*'] })
  const [last] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
  if (last?.id === undefined || !last.url) return null
  return { id: last.id, host: new URL(last.url).host }
}
