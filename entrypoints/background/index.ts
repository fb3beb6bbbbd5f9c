import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { mustReachRecords } from '../../lib/store/health'
import { warmUp } from '../../lib/wallet/warm-up'
import { registerCommands } from './commands'
import { type ResponseDetails, rememberSeen, SEEN_TYPES } from './detect'
import { askForErrorPage } from './error-page'
import { holdPaywalls } from './firefox/listen'
import { forgetTab, forgetWaiting } from './forget'
import { noteFormBody, noteFormHeaders, takeForm } from './forms'
import { drawTrouble } from './icon'
import { watchLock } from './lock'
import { RECONCILE_ALARM, whenDue } from './looks'
import { reconcileAll } from './reconcile'
import { recover } from './recover'
import { carriesPayment } from './replay'
import { handleReport } from './reports'
import { endTabless, TABLESS_ALARM } from './tabless'
import { watchUnclaimed } from './unheld'

const WEB = ['http://*/*', 'https://*/*']

/** Every listener is registered at once, before anything awaits; handlers await readiness. */
export default defineBackground(() => {
  const startedAt = Date.now()
  const ready = recover()

  if (import.meta.env.FIREFOX) holdPaywalls(ready)
  else seePaywalls(ready)
  registerCommands(ready)
  watchLock(ready)

  whenDue(() => void reconcileAll())
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId))
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RECONCILE_ALARM) void ready.then(reconcileAll)
    if (name === TABLESS_ALARM) void ready.then(endTabless)
  })
  browser.runtime.onStartup.addListener(() => void forgetWaiting(startedAt))
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void forgetWaiting(startedAt)
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/welcome') })
    }
  })
})

/** Chromium: the browser shows us the 402, the page says that it waits. */
function seePaywalls(ready: Promise<void>): void {
  browser.webRequest.onHeadersReceived.addListener(
    onHeadersReceived,
    { urls: WEB, types: [...SEEN_TYPES] },
    ['responseHeaders'],
  )
  const navigations = { urls: WEB, types: ['main_frame' as const] }
  browser.webRequest.onBeforeRequest.addListener(noteFormBody, navigations, ['requestBody'])
  browser.webRequest.onSendHeaders.addListener(noteFormHeaders, navigations, ['requestHeaders'])
  browser.webNavigation.onErrorOccurred.addListener((details) => {
    void ready.then(() => askForErrorPage(details))
  })

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (!isReport(message)) return false
    const keep = { verdict: 'keep' }
    ready
      .then(mustReachRecords)
      .then(() => handleReport(message, sender))
      .then(
        (verdict) => respond(verdict ?? keep),
        async () => {
          respond(keep)
          await drawTrouble()
        },
      )
    return true
  })
}

function onHeadersReceived(details: ResponseDetails): undefined {
  const { statusCode, type } = details
  const form = takeForm(details.requestId)
  if (statusCode !== 402 && statusCode !== 412) return
  // The answer to a paid request is not a new question, but a document that it made asks anew.
  if (type === 'xmlhttprequest' && carriesPayment(details)) return
  const seen = rememberSeen(details, form)
  if (!seen) return
  watchUnclaimed(seen)
  if (statusCode === 402) warmUp()
}

function isReport(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'report' in message
}
