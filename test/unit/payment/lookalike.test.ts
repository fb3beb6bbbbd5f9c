import { describe, expect, it } from 'vitest'
import { lookalikeOf, mixesScripts, nameReasons } from '../../../lib/payment/lookalike'

const site = (host: string) => new URL(`https://${host}`).origin

describe('a name that can be taken for a familiar one', () => {
  it.each([
    ['a letter that is a digit', 'paypa1.example', 'paypal.example'],
    ['zero for o', 'g00gle.example', 'google.example'],
    ['rn for m', 'rnorning.example', 'morning.example'],
    ['Cyrillic for Latin', 'аррӏе.example', 'apple.example'],
    ['one Cyrillic letter', 'nеws-today.example', 'news-today.example'],
    ['Greek for Latin', 'νews-today.example', 'vews-today.example'],
    ['an accent', 'gazétte.example', 'gazette.example'],
    ['a letter more', 'gazettte.example', 'gazette.example'],
    ['a letter less', 'gazete.example', 'gazette.example'],
    ['a letter changed', 'gazotte.example', 'gazette.example'],
    ['two letters swapped', 'gaztete.example', 'gazette.example'],
    ['the familiar name in front of another', 'news.example.evil.test', 'news.example'],
    ['the familiar name with a hyphen', 'news.example-pay.test', 'news.example'],
    ['with www.', 'www.paypa1.example', 'paypal.example'],
  ])('%s: %s', (_what, name, familiar) => {
    expect(lookalikeOf(site(name), [site('other.test'), site(familiar)])).toBe(site(familiar))
  })
})

describe('an innocent name is left alone', () => {
  it.each([
    ['news.example', 'news.example'],
    ['www.news.example', 'news.example'],
    ['api.news.example', 'news.example'],
    ['news.example', 'api.news.example'],
    ['de.example', 'es.example'],
    ['a.localhost', 'b.localhost'],
    ['news.localhost', 'shop.localhost'],
    ['blog.example', 'shop.example'],
    ['times.example', 'herald.example'],
    ['bücher.example', 'kinder.example'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.2'],
    ['mail.example', 'maps.example'],
    ['gazette.example', 'gazette-archive-of-the-north.example'],
  ])('%s beside %s', (name, familiar) => {
    expect(lookalikeOf(site(name), [site(familiar)])).toBeUndefined()
  })
})

describe('letters of several alphabets', () => {
  it.each([
    ['nеws.example', true],
    ['раypal.example', true],
    ['shop.αbc.example', true],
    ['news.example', false],
    ['аррӏе.example', false],
    ['bücher.example', false],
    ['東京タワー.example', false],
    ['東京ニュースnews.example', false],
    ['서울news.example', false],
    ['новости.example', false],
    ['news-24.example', false],
  ])('in %s: %s', (name, mixed) => {
    expect(mixesScripts(site(name))).toBe(mixed)
  })

  it('and looks are both named', () => {
    const reasons = nameReasons(site('nеws-today.example'), [site('news-today.example')])
    expect(reasons).toEqual([
      { code: 'mixed_letters' },
      { code: 'looks_like', other: site('news-today.example') },
    ])
    expect(nameReasons(site('news.example'), [])).toEqual([])
  })
})
