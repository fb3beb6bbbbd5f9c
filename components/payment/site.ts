/** The host that a person sees for an origin; Punycode stays, so that look-alikes show. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin
}

/** Whether an origin names a place on the web: `null`, that of a sandboxed frame, does not. */
export function hasAddress(origin: string): boolean {
  return /^https?:\/\//.test(origin)
}

/** Reads a site as typed: `news.example`, `https://news.example/page`. Gives its origin. */
export function parseSite(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '' || /\s/.test(typed)) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, origin, username } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const named = hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')
  return named && username === '' ? origin : undefined
}
