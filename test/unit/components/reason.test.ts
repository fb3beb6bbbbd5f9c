import { afterEach, describe, expect, it, vi } from 'vitest'
import { reasonWords } from '../../../components/words/reason'
import { speak } from '../words/speak'

afterEach(() => vi.restoreAllMocks())

describe('a reason that names who asked', () => {
  it('has its host, and says so where it has no address', async () => {
    await speak('en')
    expect(reasonWords({ code: 'frame_asks', asker: 'https://ads.example' })).toBe(
      'A frame inside the page asks: ads.example',
    )
    expect(reasonWords({ code: 'frame_asks', asker: 'null' })).toBe(
      'A frame without an address inside the page asks',
    )
    for (const opener of ['null', 'chrome-extension://abcdefgh']) {
      expect(reasonWords({ code: 'opened_again', opener })).toMatch(/^A page without an address/)
    }
  })
})
