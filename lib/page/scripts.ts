/**
 * Loads the scripts with this address again. A script runs once only: a new element with the same
 * attributes takes its place.
 */
export function loadScriptAgain(url: string): void {
  for (const script of document.querySelectorAll('script')) {
    if (script.src.split('#')[0] !== url) continue
    const again = document.createElement('script')
    for (const { name, value } of script.attributes) again.setAttribute(name, value)
    again.nonce = script.nonce
    script.replaceWith(again)
  }
}
