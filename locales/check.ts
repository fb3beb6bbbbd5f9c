import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build'

/** English says which messages there are; every other language has to follow. */
const SOURCE = 'en'

/** Names the language of its own file. */
const LANGUAGE_KEY = 'app.language'

/** Browsers and their stores take no longer ones. */
const MOST_LETTERS: Record<string, number> = { 'app.name': 45, 'app.description': 132 }

/**
 * The forms for one and for many. In French and Brazilian Portuguese nothing counts as one, which
 * `@wxt-dev/i18n` knows only from a form of its own for 0 (its `t` picks 0, 1, then n).
 */
const FORMS = { usual: ['1', 'n'], zeroIsOne: ['0', '1', 'n'] }
const ZERO_IS_ONE = new Set(['fr', 'pt_BR'])

type Messages = ReadonlyMap<string, ParsedMessage>

/**
 * Whether the files of all languages say the same things as the English one.
 * @throws {Error} naming each language and key that does not.
 */
export async function checkLocales(folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  const read = await Promise.all(
    files.map(async (name) => {
      const messages = await parseMessagesFile(join(folder, name))
      return [basename(name, '.yml'), messages] as const
    }),
  )
  const faults = faultsOf(new Map(read))
  if (faults.length > 0) throw new Error(`The locale files differ:\n${faults.join('\n')}`)
}

/** What is wrong in which language, in one line for each key. */
export function faultsOf(languages: ReadonlyMap<string, readonly ParsedMessage[]>): string[] {
  const source = byKey(languages.get(SOURCE) ?? [])
  return [...languages].flatMap(([language, messages]) => {
    const here = byKey(messages)
    const missing = [...source.keys()].filter((key) => !here.has(key))
    return [
      ...missing.map((key) => `${language}: ${key} is missing`),
      ...[...here.values()].flatMap((message) => {
        const fault = faultIn(language, message, source)
        return fault ? [`${language}: ${nameOf(message)} ${fault}`] : []
      }),
    ]
  })
}

function faultIn(language: string, message: ParsedMessage, source: Messages): string | undefined {
  const name = nameOf(message)
  const model = source.get(name)
  if (!model) return 'is not in the English file'
  if (message.type === 'plural' && model.type === 'plural') {
    return faultInForms(language, message.plurals, model.plurals)
  }
  if (message.type !== 'simple' || model.type !== 'simple') {
    return model.type === 'plural' ? 'has no plural forms' : 'is not plain text, as in English'
  }
  if (name === LANGUAGE_KEY && message.message !== language.replace('_', '-')) {
    return `must be ${language.replace('_', '-')}, as the file is named`
  }
  const most = MOST_LETTERS[name] ?? Number.POSITIVE_INFINITY
  if (message.message.length > most) return `is longer than ${most} characters`
  return faultInText(message.message, model.message)
}

function faultInForms(
  language: string,
  forms: Readonly<Record<string, string>>,
  model: Readonly<Record<string, string>>,
): string | undefined {
  const needed = ZERO_IS_ONE.has(language) ? FORMS.zeroIsOne : FORMS.usual
  const found = Object.keys(forms)
  if (found.join() !== needed.join()) {
    return `has the plural forms ${found.join(', ')} instead of ${needed.join(', ')}`
  }
  return needed
    .map((form) => {
      const fault = faultInForm(form, forms[form] ?? '', model[form] ?? model[1] ?? '')
      return fault && `(${form}) ${fault}`
    })
    .find(Boolean)
}

/** One and none can be said in words: their forms need not have the number, which is `$1`. */
function faultInForm(form: string, text: string, model: string): string | undefined {
  if (text.includes('|')) return 'has a |, which parts plural forms'
  if (form === 'n') return faultInText(text, model)
  const [has, needs] = [text, model].map((one) =>
    placeholdersIn(one).filter((name) => name !== '$1'),
  )
  return has?.join() === needs?.join() ? faultInText(text, text) : differing(has, needs)
}

function faultInText(text: string, model: string): string | undefined {
  if (!text.trim()) return 'is empty'
  const [has, needs] = [placeholdersIn(text), placeholdersIn(model)]
  return has.join() === needs.join() ? undefined : differing(has, needs)
}

function differing(has: string[] = [], needs: string[] = []): string {
  const list = (names: string[]) => names.join(' ') || 'no placeholder'
  return `has ${list(has)} instead of ${list(needs)}`
}

/** `$1 $1 $2`: each as often as it stands there, in the order of their numbers. */
function placeholdersIn(text: string): string[] {
  return (text.match(/\$\d|\{\w+\}/g) ?? []).sort()
}

function byKey(messages: readonly ParsedMessage[]): Messages {
  return new Map(
    messages
      .map((message) => [nameOf(message), message] as const)
      .filter(([name]) => !name.startsWith('@@')),
  )
}

function nameOf({ key }: ParsedMessage): string {
  return key.join('.')
}
