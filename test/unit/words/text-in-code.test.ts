import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { textIn } from './text-in-code'

it.each([
  ['text', '<p>Hello</p>', ['Hello']],
  ['a choice', "<p>{a ? 'Yes' : b || 'No'}</p>", ['Yes', 'No']],
  ['a template', `<p>{\`\${n} left\`}</p>`, ['left']],
  ['a label', '<a aria-label="Close" href="x" />', ['Close']],
  ['a label put together', "<Field hint={'Type ' + n} />", ['Type']],
  ['a placeholder', '<input placeholder="Name" />', ['Name']],
  ['words of ours', `<p title={i18n.t('a.b')} className="flex">{i18n.t('a.c')} · €5</p>`, []],
  ['what decides', "<p>{state === 'paid' && <b />}</p>", []],
  ['our name', '<h1>Tuppence</h1>', []],
])('text in code is found: %s', (_what, source, texts) => {
  expect(textIn('some.tsx', source)).toEqual(texts.map((text) => `some.tsx:1 ${text}`))
})

it('everything that people read is in the locale files, nothing in the code', () => {
  const files = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(150)
  expect(files.flatMap((name) => textIn(name, readFileSync(name, 'utf8')))).toEqual([])
})
