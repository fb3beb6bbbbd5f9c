import fc from 'fast-check'
import { expect } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { handleReport } from '../../../entrypoints/background/reports'
import type { PageReport, Verdict } from '../../../lib/page-channel'
import { runnable } from '../fuzz'
import { hostileText } from '../hostile'
import { mutatedJson } from '../mutations'
import type { Target } from '../target'

const url = 'https://news.example/article'
const REPORTS: PageReport[] = [
  { report: 'document-402', again: true },
  {
    report: 'held-402',
    kind: 'fetch',
    ticket: '1',
    url,
    method: 'GET',
    bodyHint: true,
    again: true,
  },
  { report: 'element-402', url, again: true },
  { report: 'gone', ticket: '1' },
  { report: 'gone' },
]
const address = fc.oneof(fc.constantFrom(url, 'about:blank', 'about:srcdoc'), hostileText)
/** As the browser names who speaks: with any address, but never with a document of a tab. */
const sender = fc.record(
  {
    id: fc.constantFrom(fakeBrowser.runtime.id, fakeBrowser.runtime.id, 'another'),
    url: address,
    origin: fc.constantFrom('https://news.example', 'null'),
    frameId: fc.nat(2),
    tab: fc.record({ id: fc.nat(2), url: address }, { requiredKeys: ['id'] }),
  },
  { requiredKeys: ['id'] },
)

/** What a content script says: of a page that may have taken it over, and with any sender. */
const reports: Target<[message: unknown, from: object], Verdict | undefined> = {
  name: 'reports',
  share: 20,
  inputs: fc.tuple(
    mutatedJson(...REPORTS).map((text): unknown => JSON.parse(text)),
    sender,
  ),
  // Without the document that it speaks for no report is looked into.
  act: ([message, from]) => handleReport(message, from as never),
  check(verdict, [message]) {
    if (verdict === undefined) return
    expect(verdict).toEqual({ verdict: 'keep' })
    expect((message as PageReport).report).toBe('gone')
  },
}

export const reportsTarget = runnable(reports)
