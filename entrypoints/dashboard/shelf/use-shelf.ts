import { useEffect, useState } from 'react'
import { followShelf, type ShelfReading } from './follow-shelf'

/** What was bought, and what joins it while it is looked at. */
export function useShelf(): ShelfReading & { again(): void } {
  const [reading, setReading] = useState<ShelfReading>({ done: false })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => followShelf(setReading), [attempt])
  return { ...reading, again: () => setAttempt((before) => before + 1) }
}
