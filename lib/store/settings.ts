import { DEFAULT_LIMITS, type Limits, type SiteRule } from '../payment/limits'
import { networkById } from '../payment/networks'
import { Problem } from '../problem'
import { db, type PairRuleRow, type SiteRuleRow } from './db'

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

export function getPairRule(site: string, payee: string): Promise<PairRuleRow | undefined> {
  return db.pairRules.get([site, payee])
}

/** The user's word on one payee on one site; without it the payee always asks there. */
export async function setPairRule(
  site: string,
  payee: string,
  rule: SiteRule | undefined,
): Promise<void> {
  if (rule) await db.pairRules.put({ ...rule, site, payee })
  else await db.pairRules.delete([site, payee])
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
export function mustBeEndpoint(url: string): void {
  if (!isEndpoint(url)) throw new Problem('url_invalid')
}

/** @throws {Problem} `url_invalid`, see `mustBeEndpoint` */
export async function setRpcUrl(networkId: string, url: string | undefined): Promise<void> {
  if (url !== undefined) mustBeEndpoint(url)
  await db.transaction('rw', db.settings, async () => {
    const { [networkId]: _old, ...others } = await getRpcUrls()
    await db.settings.put({ key: 'rpcUrls', value: url ? { ...others, [networkId]: url } : others })
  })
}

/** Networks that the user has switched off; all others are on. */
export async function getDisabledNetworks(): Promise<ReadonlySet<string>> {
  const row = await db.settings.get('disabledNetworks')
  return new Set(row?.key === 'disabledNetworks' ? row.value : [])
}

/** @throws {Problem} `network_unsupported` */
export async function setNetworkEnabled(networkId: string, enabled: boolean): Promise<void> {
  if (!networkById(networkId)) throw new Problem('network_unsupported', { networks: networkId })
  await db.transaction('rw', db.settings, async () => {
    const others = [...(await getDisabledNetworks())].filter((id) => id !== networkId)
    const value = enabled ? others : [...others, networkId]
    await db.settings.put({ key: 'disabledNetworks', value })
  })
}

/** https, or http on this machine, without a name or a password in it. */
export function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  // `fetch` refuses a URL with a name or password in it.
  if (username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
