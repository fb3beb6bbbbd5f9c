import { DEFAULT_LIMITS, type Limits, type SiteRule } from '../payment/limits'
import { networkById } from '../payment/networks'
import { Problem } from '../problem'
import { db, type SiteRuleRow } from './db'

export async function getLimits(): Promise<Limits> {
  const row = await db.settings.get('limits')
  return row?.key === 'limits' ? row.value : DEFAULT_LIMITS
}

export async function setLimits(value: Limits): Promise<void> {
  await db.settings.put({ key: 'limits', value })
}

export function getSiteRule(site: string): Promise<SiteRuleRow | undefined> {
  return db.siteRules.get(site)
}

/** Without a rule the site falls back to the general limits. */
export async function setSiteRule(site: string, rule: SiteRule | undefined): Promise<void> {
  if (rule) await db.siteRules.put({ ...rule, site })
  else await db.siteRules.delete(site)
}

export async function getRpcUrls(): Promise<Record<string, string>> {
  const row = await db.settings.get('rpcUrls')
  return row?.key === 'rpcUrls' ? row.value : {}
}

/** The endpoint for a network: the user's own, else the public one. */
export async function rpcUrlOf(networkId: string): Promise<string> {
  const network = networkById(networkId)
  if (!network) throw new Problem('network_unsupported', { networks: networkId })
  return (await getRpcUrls())[networkId] ?? network.rpcUrl
}

/** @throws {Problem} `url_invalid` unless https, or http on this machine */
export async function setRpcUrl(networkId: string, url: string | undefined): Promise<void> {
  if (url !== undefined && !isEndpoint(url)) throw new Problem('url_invalid')
  await db.transaction('rw', db.settings, async () => {
    const { [networkId]: _old, ...others } = await getRpcUrls()
    await db.settings.put({ key: 'rpcUrls', value: url ? { ...others, [networkId]: url } : others })
  })
}

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  // `fetch` refuses a URL with a name or password in it.
  if (username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
