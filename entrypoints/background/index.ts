import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { db } from '../../lib/store/db'
import { forgetUnpaid } from '../../lib/store/ledger'
import { registerCommands } from './commands'
import { type ResponseDetails, rememberSeen } from './detect'
import { RECONCILE_ALARM, reconcileAll } from './reconcile'
import { forgetWaiting, recover } from './recover'
import { handleReport } from './reports'
import { settleByResponse } from './settle'

/** Every listener is registered at once, before anything awaits; handlers await readiness. */
export default defineBackground(() => {
  const ready = recover()

  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      if (details.statusCode === 402) rememberSeen(details as ResponseDetails)
      settleByResponse(details as ResponseDetails)
      return undefined
    },
    { urls: ['http://*/*', 'https://*/*'], types: ['main_frame', 'xmlhttprequest'] },
    ['responseHeaders'],
  )

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

  browser.tabs.onRemoved.addListener(async (tabId) => {
    await forgetUnpaid(({ request }) => request.tabId === tabId)
    await db.notices.delete(tabId)
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RECONCILE_ALARM) void ready.then(reconcileAll)
  })
  browser.runtime.onStartup.addListener(() => void forgetWaiting())
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void forgetWaiting()
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/welcome' as '/') })
    }
  })
})

function isReport(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'report' in message
}
