/** Control and format characters: line breaks, zero-width and bidirectional overrides among them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** A page's or server's free text made safe to show in one place: no unseen characters, no flood. */
export function plainText(text: string, maxLength = 140): string {
  const plain = text
    .slice(0, maxLength * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...plain]
  return letters.length <= maxLength
    ? plain
    : `${letters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`
}
