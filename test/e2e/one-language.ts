import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/**
 * A copy of an extension that has the words of one language only. Chromium takes the language of
 * its own menus, which it may have none but English of; what is left is the extension's default.
 * @param language name of the locale file
 * @param folder where the copy is kept
 */
export async function inOneLanguage(
  extension: string,
  language: string,
  folder: string,
): Promise<string> {
  const copy = join(folder, `${basename(extension)}-${language}`)
  const others = (path: string) =>
    /_locales\/./.test(path) && !path.includes(`_locales/${language}`)
  await cp(extension, copy, { recursive: true, filter: (path) => !others(path) })
  const file = join(copy, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }))
  return copy
}
