import { beforeEach, describe, expect, it } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { strangerAround } from '../../../entrypoints/background/ancestors'

const site = 'https://news.example'
let frames: { frameId: number; parentFrameId: number; url: string }[] | null

beforeEach(() => {
  fakeBrowser.reset()
  Object.assign(browser, { webNavigation: { getAllFrames: async () => frames } })
})

const frame = (frameId: number, parentFrameId: number, url: string) => ({
  frameId,
  parentFrameId,
  url,
})
const top = frame(0, -1, `${site}/top`)
const stranger = frame(5, 0, 'https://evil.example/ad')
const around = (frameId: number) => strangerAround(1, frameId, site)

describe('the documents around a frame', () => {
  it('are those of its site: nobody else is there', async () => {
    frames = [top, frame(5, 0, `${site}/inner`), frame(6, 5, 'about:srcdoc'), frame(7, 6, site)]
    expect(await around(0)).toBeUndefined()
    expect(await around(5)).toBeUndefined()
    expect(await around(7)).toBeUndefined()
  })

  it('are a stranger, however far out', async () => {
    frames = [top, stranger, frame(6, 5, 'about:blank'), frame(7, 6, site), frame(8, 7, site)]
    expect(await around(6)).toBe('https://evil.example')
    expect(await around(8)).toBe('https://evil.example')
  })

  it('are not known where the frame, or one around it, is not to be found', async () => {
    frames = [top, frame(7, 6, site)]
    expect(await around(7)).toBe('null')
    expect(await around(9)).toBe('null')
    frames = []
    expect(await around(7)).toBe('null')
    frames = null
    expect(await around(7)).toBe('null')
  })
})
