import { useEffect, useState } from 'react'
import { browser } from 'wxt/browser'

export interface CurrentTab {
  id: number | undefined
  /** Origin of a web page; nothing for the browser's own pages. */
  site: string | undefined
}

/** The tab that the popup stands over: the one in `?tab=`, else the one in front. */
export function useTab(): CurrentTab | undefined {
  const [tab, setTab] = useState<CurrentTab>()
  useEffect(() => {
    void findTab().then((found) => setTab({ id: found?.id, site: siteOf(found?.url) }))
  }, [])
  return tab
}

async function findTab() {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN)
  if (Number.isInteger(named)) return browser.tabs.get(named).catch(() => ({ id: named, url: '' }))
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active
}

function siteOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, origin } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}
