import { parseMessagesFile } from '@wxt-dev/i18n/build'
import { vi } from 'vitest'
import { browser } from 'wxt/browser'

/**
 * The browser's part of our words, which the test environment lacks: messages out of a locale file,
 * with their placeholders filled in.
 * @param file name of the locale file, which the browser has chosen
 * @param browsers what the browser itself speaks
 * @param direction in which text runs in the browser's own language
 */
export async function speak(
  file: string,
  browsers = file.replace('_', '-'),
  direction = 'ltr',
): Promise<void> {
  const messages = await parseMessagesFile(`locales/${file}.yml`)
  const texts = new Map(
    messages.map((one) => [
      one.key.join('_'),
      one.type === 'plural' ? Object.values(one.plurals).join(' | ') : one.message,
    ]),
  )
  texts.set('@@bidi_dir', direction)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(browsers)
  const getMessage = (key: string, filled: string | string[] = []) =>
    (texts.get(key) ?? '').replace(/\$(\d)/g, (_, at) => [filled].flat()[Number(at) - 1] ?? '')
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(getMessage as never)
}
