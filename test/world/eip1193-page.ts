/** The page's half of an external wallet: what an extension injects at the start of a page. */

/** The wallet's other half. */
type Handle = (
  method: string,
  params: readonly unknown[],
) => Promise<{ result: unknown } | { error: number }>

/** Name under which the other half is to be exposed in pages. */
export const handleName = 'askOtherWallet'

/**
 * Announces the wallet (EIP-6963) in every page. Runs in the page: give it to `addInitScript`, or as
 * text to a page of the workbench, with `info` and `handleName`.
 */
export function announceWallet({ info, handleName }: { info: object; handleName: string }): void {
  const provider = {
    async request({ method, params = [] }: { method: string; params?: readonly unknown[] }) {
      const handle = Reflect.get(window, handleName) as Handle
      const answer = await handle(method, params)
      if ('result' in answer) return answer.result
      throw Object.assign(new Error('The wallet said no'), { code: answer.error })
    },
  }
  const announce = () => {
    const detail = Object.freeze({ info: Object.freeze(info), provider })
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  }
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}
