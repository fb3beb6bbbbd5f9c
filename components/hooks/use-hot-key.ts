import { useEffect, useState } from 'react'
import { browser } from 'wxt/browser'

/** The keys that lock the wallet, as the browser writes them; empty where none are set. */
export function useHotKey(): string | undefined {
  const [keys, setKeys] = useState<string>()
  useEffect(() => {
    const look = async () => {
      const commands = await browser.commands.getAll()
      setKeys(commands.find(({ name }) => name === 'lock')?.shortcut ?? '')
    }
    void look()
    // They are changed on a page of the browser.
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return keys
}
