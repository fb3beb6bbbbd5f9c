import { browser } from 'wxt/browser'

const USER_INFO = /^(https?:\/\/)[^/?#]*@/

/** The URL as a server sees it: without fragment, and without a user name and password. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return (hash < 0 ? url : url.slice(0, hash)).replace(USER_INFO, '$1')
}

/** Whether the browser knows the URL with a user name in it. It is not ours to keep. */
export function hasUserInfo(url: string): boolean {
  return USER_INFO.test(url)
}

/** The origin of a web page; nothing for `about:`, `data:`, `file:` and extension pages. */
export function webOrigin(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, origin } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}

/** The origin of our own pages, as the browser names who led somewhere. */
export function ownOrigin(): string {
  return browser.runtime.getURL('/').slice(0, -1)
}

/** This machine, or a network that is not the internet: by name or by address. */
export function isPrivateHost(url: string): boolean {
  if (!URL.canParse(url)) return true
  // With a dot at its end a name is the same name.
  const hostname = new URL(url).hostname.replace(/\.$/, '')
  return PRIVATE.some((pattern) => pattern.test(hostname))
}

const PRIVATE = [
  /^(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)$/,
  /^(?:0|10|127)\./,
  /^(?:169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./,
  /^\[(?:::|fc|fd|fe[89ab])/,
  // A name without a dot is of the network that one is in.
  /^[^.[\]]+$/,
]
