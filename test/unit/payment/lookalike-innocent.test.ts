import { describe, expect, it } from 'vitest'
import { lookalikeOf, mixesScripts } from '../../../lib/payment/lookalike'

/** Names that live side by side; whoever pays one of them is not warned of another. */
const NAMES = `
  aftenposten.no aljazeera.com allafrica.com apnews.com archive.org arxiv.org asahi.com axios.com
  bbc.co.uk bbc.com bild.de bloomberg.com boston.com bostonglobe.com bmj.com cbc.ca cbsnews.com
  cell.com chinadaily.com.cn cnbc.com cnn.com corriere.it dagbladet.no dailymail.co.uk dawn.com
  dn.no dn.se economist.com elmundo.es elpais.com euronews.com faz.net forbes.com fortune.com
  foxnews.com france24.com ft.com github.com gitlab.com globo.com guardian.ng handelsblatt.com
  heise.de hn.cz independent.co.uk independent.ie irishtimes.com irishexaminer.com japantimes.co.jp
  jstor.org koreatimes.co.kr koreaherald.com lanacion.com.ar lastampa.it latimes.com lefigaro.fr
  lemonde.fr lesechos.fr liberation.fr mainichi.jp medium.com mit.edu nature.com nasa.gov nbcnews.com
  news.com.au newscientist.com newsweek.com nikkei.com npr.org nrc.nl nytimes.com nzherald.co.nz
  nzz.ch observer.com openai.com orf.at plos.org politico.com politico.eu repubblica.it reuters.com
  science.org sciencedirect.com scmp.com smh.com.au spiegel.de springer.com standard.co.uk
  statnews.com straitstimes.com sueddeutsche.de svd.se svt.se tagesschau.de tagesspiegel.de taz.de
  telegraph.co.uk theatlantic.com theguardian.com thehindu.com thehill.com thelocal.de thelocal.fr
  thetimes.co.uk thetimes.com time.com timesofindia.com vg.no vox.com washingtonpost.com wiley.com
  wikipedia.org wiktionary.org wired.com wsj.com yle.fi yomiuri.co.jp zeit.de
  münchen.de zürich.ch köln.de københavn.dk são-paulo.br 日本.jp 東京.jp 서울.kr новости.рф ελλάδα.gr
`
  .trim()
  .split(/\s+/)
  .map((host) => `https://${new URL(`https://${host}`).host}`)

describe(`${NAMES.length} names`, () => {
  it('are none of them taken for another', () => {
    const taken = NAMES.flatMap((name) => {
      const other = lookalikeOf(name, NAMES)
      return other === undefined ? [] : [`${name} for ${other}`]
    })
    expect(taken).toEqual([])
  })

  it('have no letters of several alphabets', () => {
    expect(NAMES.filter(mixesScripts)).toEqual([])
  })
})

describe('ports, schemes and parts of a name', () => {
  it.each([
    ['http://localhost:3000', 'http://localhost:5173'],
    ['http://news.example', 'https://news.example'],
    ['https://news.example:8443', 'https://news.example'],
    ['https://a.b.news.example', 'https://news.example'],
    ['https://news.example', 'https://a.b.news.example'],
    ['https://fr.news.example', 'https://de.news.example'],
    ['https://shop1.example', 'https://shop2.example.org'],
    ['http://192.168.1.10', 'http://192.168.1.11'],
    ['http://[::1]:3000', 'http://[::1]:4000'],
  ])('%s is not taken for %s', (name, familiar) => {
    expect(lookalikeOf(name, [familiar])).toBeUndefined()
  })
})
