import { browser } from 'wxt/browser'
import { i18n } from '#i18n'

/**
 * Numbers and dates are written in the language of the words around them, as a BCP 47 tag: the
 * browser's own (`en-GB`, with its region) where our words are in it, else that of our words.
 */
export function formatLanguage(): string {
  return isBrowsersLanguage() ? browser.i18n.getUILanguage() : wordsLanguage()
}

/** Tells screen readers and the layout which language a page is in. */
export function markLanguage(root: HTMLElement): void {
  root.lang = wordsLanguage()
  // What we have no words for is shown in English, whatever the browser's direction.
  root.dir = isBrowsersLanguage() ? i18n.t('@@bidi_dir') : 'ltr'
}

/** Each locale file names its own language: the browser picks the file. */
function wordsLanguage(): string {
  return i18n.t('app.language')
}

function isBrowsersLanguage(): boolean {
  return primaryOf(wordsLanguage()) === primaryOf(browser.i18n.getUILanguage())
}

/** `pt` of `pt-BR` */
function primaryOf(tag: string): string | undefined {
  return tag.split(/[-_]/)[0]
}
