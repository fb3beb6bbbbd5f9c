/**
 * Runs in a page, in the page's own world, when another wallet is asked for something: wallets put
 * their providers (EIP-6963) nowhere else. Each function is sent there as text, so that it may use
 * nothing from outside itself. Answers are JSON text; whoever reads them trusts nothing.
 */

/** A wallet as it announces itself (EIP-6963). */
interface Announced {
  info?: { rdns?: unknown; name?: unknown; icon?: unknown }
  provider?: { request?(call: { method: string; params: unknown }): Promise<unknown> }
}

/** The wallets that announce themselves within a time; none in an answer longer than that. */
export async function listProviders(waitMs: number, most: number): Promise<string> {
  const found: unknown[] = []
  const note = (event: Event) => {
    const { info } = (event as CustomEvent<Announced | null>).detail ?? {}
    found.push({ rdns: info?.rdns, name: info?.name, icon: info?.icon })
  }
  addEventListener('eip6963:announceProvider', note)
  dispatchEvent(new Event('eip6963:requestProvider'))
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  removeEventListener('eip6963:announceProvider', note)
  const text = JSON.stringify(found)
  // What nobody would read does not leave the page.
  return text.length > most ? '[]' : text
}

/**
 * One request to the wallet of that name: `{"result"}`, `{"error": code or null}`, or `{"missing"}`
 * when it does not announce itself within the time.
 */
export async function askProvider(
  rdns: string,
  method: string,
  params: string,
  waitMs: number,
  most: number,
): Promise<string> {
  const provider = await new Promise<Announced['provider']>((resolve) => {
    const note = (event: Event) => {
      const { info, provider } = (event as CustomEvent<Announced | null>).detail ?? {}
      if (info?.rdns === rdns) done(provider)
    }
    const done = (provider: Announced['provider']) => {
      removeEventListener('eip6963:announceProvider', note)
      resolve(provider)
    }
    addEventListener('eip6963:announceProvider', note)
    setTimeout(done, waitMs, undefined)
    dispatchEvent(new Event('eip6963:requestProvider'))
  })
  if (!provider?.request) return '{"missing":true}'
  try {
    const result = await provider.request({ method, params: JSON.parse(params) })
    const text = JSON.stringify({ result: result ?? null })
    return text.length > most ? '{"error":null}' : text
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code
    return JSON.stringify({ error: typeof code === 'number' ? code : null })
  }
}
