import { describe, expect, it } from 'vitest'
import { isPrivateHost } from '../../../entrypoints/background/urls'

describe('a private network', () => {
  it.each([
    'http://localhost:8080/',
    'http://localhost.:8080/',
    'http://printer.local/',
    'http://printer.local./',
    'http://router./',
    'http://router/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://192.168.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fe80::1]/',
    'no address',
  ])('is known by %s', (url) => {
    expect(isPrivateHost(url)).toBe(true)
  })

  it.each(['https://news.example/', 'https://news.example./', 'https://8.8.8.8/'])(
    'is not %s',
    (url) => {
      expect(isPrivateHost(url)).toBe(false)
    },
  )
})
