import { describe, expect, it } from 'vitest'
import { hostOf, parseSite } from '../../../components/payment/site'

describe('hostOf', () => {
  it.each([
    ['https://news.example', 'news.example'],
    ['http://127.0.0.1:4021', '127.0.0.1:4021'],
    ['https://xn--nws-gla.example', 'xn--nws-gla.example'],
    ['https://n\u0435ws.example', 'xn--nws-rdd.example'],
    ['null', 'null'],
  ])('%s shows as %s', (origin, host) => {
    expect(hostOf(origin)).toBe(host)
  })
})

describe('parseSite', () => {
  it.each([
    ['news.example', 'https://news.example'],
    ['  NEWS.example/articles?page=2#top ', 'https://news.example'],
    ['https://news.example:8443/x', 'https://news.example:8443'],
    ['http://news.example', 'http://news.example'],
    ['localhost:4021', 'https://localhost:4021'],
    ['http://localhost:4021', 'http://localhost:4021'],
    ['http://[::1]:4021', 'http://[::1]:4021'],
  ])('reads %s', (text, origin) => {
    expect(parseSite(text)).toBe(origin)
  })

  it.each([
    '',
    '   ',
    'news',
    'not a site',
    'ftp://news.example',
    'javascript://news.example/%0aalert(1)',
    'chrome-extension://abc',
    'file:///etc',
    'https://user@news.example',
    'https://',
  ])('refuses %s', (text) => {
    expect(parseSite(text)).toBeUndefined()
  })
})
