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
