import { i18n } from '#i18n'
import { checkPhrase } from '../../lib/wallet/phrase'

/** What is wrong with words as typed, in words; nothing where they are a wallet. */
export function phraseFault(text: string): string | undefined {
  const { words, fault } = checkPhrase(text)
  switch (fault) {
    case undefined:
      return undefined
    case 'word_unknown': {
      const unknown = words.find(({ isKnown }) => !isKnown)
      return unknownWord(unknown?.text ?? '', unknown?.suggestions ?? [])
    }
    case 'length':
      return i18n.t('accounts.wordCount', words.length)
    case 'checksum':
      return i18n.t('accounts.wordsWrong')
  }
}

/** The same while somebody types: the word that is not finished, and their number, can wait. */
export function phraseFaultSoFar(text: string): string | undefined {
  const finished = /[\s,;]$/.test(text) ? text : text.replace(/[^\s,;]*$/, '')
  const { words, fault } = checkPhrase(text)
  if (fault === 'checksum') return phraseFault(text)
  const soFar = checkPhrase(finished)
  if (soFar.fault === 'word_unknown') return phraseFault(finished)
  return words.length > 24 ? phraseFault(text) : undefined
}

function unknownWord(text: string, suggestions: readonly string[]): string {
  return suggestions.length === 0
    ? i18n.t('accounts.wordUnknown', [text])
    : i18n.t('accounts.wordMaybe', [text, suggestions.join(', ')])
}
