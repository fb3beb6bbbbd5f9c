import { useEffect } from 'react'
import { watchClipboard } from '../wallet/secret-clipboard'

/** While this page is open, a secret leaves the clipboard after a minute. */
export function useClipboard(): void {
  useEffect(watchClipboard, [])
}
