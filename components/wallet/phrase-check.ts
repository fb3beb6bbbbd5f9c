/** Different positions (from 1), in ascending order, for the check that the words were kept. */
export function pickPositions(count: number, total: number, random = Math.random): number[] {
  const rest = Array.from({ length: total }, (_, index) => index + 1)
  const picked = Array.from({ length: Math.min(count, total) }, () => {
    const [position] = rest.splice(Math.floor(random() * rest.length), 1)
    return position as number
  })
  return picked.sort((a, b) => a - b)
}

/** Whether what was typed is that word of the phrase; case and spaces around do not count. */
export function isWordAt(phrase: string, position: number, typed: string): boolean {
  const word = phrase.split(' ')[position - 1]
  return word !== undefined && isSameWord(word, typed)
}

/** Whether what was typed is the word; case and spaces around do not count. */
export function isSameWord(word: string, typed: string): boolean {
  return word === typed.trim().toLowerCase()
}
