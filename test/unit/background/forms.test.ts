import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ask } from '../../../entrypoints/background/ask'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { forgetOtherDocuments, forgetTab } from '../../../entrypoints/background/forget'
import { formOf } from '../../../entrypoints/background/forms'
import { handleReport } from '../../../entrypoints/background/reports'
import type { FormFields } from '../../../lib/page-channel'
import { freshStore } from '../store/fresh-store'

vi.mock('../../../entrypoints/background/ask', () => ({ ask: vi.fn() }))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))

const site = 'https://shop.example'
const form: FormFields = {
  enctype: 'application/x-www-form-urlencoded',
  fields: [['password', 'secret']],
}
let documentId = ''
let count = 0

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  vi.mocked(ask).mockReset().mockResolvedValue('wait')
  documentId = `document ${++count}`
})

const report = (report: object) =>
  handleReport(report, {
    id: browser.runtime.id,
    tab: { id: 1, incognito: false, url: `${site}/post` },
    frameId: 0,
    documentId,
    url: `${site}/post`,
    origin: site,
  } as Parameters<typeof handleReport>[1])

/** A form that another page, or this site's own, has sent meets a 402. */
async function submitted(initiator: string) {
  const at = { url: `${site}/post`, method: 'POST', tabId: 1, frameId: 0, initiator }
  const answer = { type: 'main_frame', statusCode: 402, responseHeaders: [] }
  rememberSeen({ ...at, ...answer } as unknown as ResponseDetails, form)
  await report({ report: 'document-402' })
  return vi.mocked(ask).mock.lastCall?.[0].request
}

describe('a form that meets a 402', () => {
  it('is rebuilt where the site itself has sent it', async () => {
    expect(await submitted(site)).toMatchObject({ kind: 'form', rebuilds: true })
    expect(formOf(documentId)).toEqual(form)
  })

  it.each(['https://evil.example', 'null'])(
    'is never sent again in the name of the site where %s has sent it',
    async (initiator) => {
      const request = await submitted(initiator)
      expect(request).toMatchObject({ kind: 'form', openedBy: initiator })
      expect(request).not.toHaveProperty('rebuilds')
      expect(formOf(documentId)).toBeUndefined()
    },
  )
})

describe('what a form had in it', () => {
  beforeEach(() => submitted(site))

  it('is forgotten with its page', async () => {
    await report({ report: 'gone' })
    expect(formOf(documentId)).toBeUndefined()
  })

  it('is forgotten with its tab', async () => {
    await forgetTab(2)
    expect(formOf(documentId)).toEqual(form)
    await forgetTab(1)
    expect(formOf(documentId)).toBeUndefined()
  })

  it('is forgotten when the tab asks for another document', async () => {
    await forgetOtherDocuments(1, documentId)
    expect(formOf(documentId)).toEqual(form)
    await forgetOtherDocuments(1, 'another')
    expect(formOf(documentId)).toBeUndefined()
  })
})
