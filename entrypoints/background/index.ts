import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { registerCommands } from './commands'
import { type ResponseDetails, rememberSeen, SEEN_TYPES } from './detect'
import { askForErrorPage } from './error-page'
import { forgetTab, forgetWaiting } from './forget'
import { noteFormBody, noteFormHeaders } from './forms'
import { RECONCILE_ALARM, reconcileAll } from './reconcile'
import { recover } from './recover'
import { carriesPayment } from './replay'
import { handleReport } from './reports'
import { watchUnclaimed } from './unheld'

const WEB = ['http://*/*', 'https://*/*']

/** Every listener is registered at once, before anything awaits; handlers await readiness. */
export default defineBackground(() => {
  const ready = recover()

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
      .then(() => handleReport(message, sender))
      .then(
        (verdict) => respond(verdict ?? keep),
        () => respond(keep),
      )
    return true
  })
  registerCommands(ready)

  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId))
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RECONCILE_ALARM) void ready.then(reconcileAll)
  })
  browser.runtime.onStartup.addListener(() => void forgetWaiting())
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void forgetWaiting()
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/welcome') })
    }
  })
})

function onHeadersReceived(details: ResponseDetails): undefined {
  const { statusCode, type } = details
  if (statusCode !== 402 && statusCode !== 412) return
  // The answer to a paid request is not a new question, but a document that it made asks anew.
  if (type === 'xmlhttprequest' && carriesPayment(details)) return
  const seen = rememberSeen(details)
  if (seen) watchUnclaimed(seen)
}

function isReport(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'report' in message
}
