import { useEffect, useState } from 'react'

/** A pause this long ends a word. */
const PAUSE_MS = 250

/** Text as it is typed, handed on when the typing pauses; follows what is set elsewhere. */
export function useDraft(value: string, onSettle: (text: string) => void) {
  const [draft, setDraft] = useState(value)
  const [settled, setSettled] = useState(value)
  if (settled !== value) {
    setSettled(value)
    setDraft(value)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (draft === value) return
    const timer = setTimeout(() => onSettle(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return [draft, setDraft] as const
}
