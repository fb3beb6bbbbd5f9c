import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answered402, whenShown } from '../lib/relay/document'
import { onDownloadClick, onElement402 } from '../lib/relay/elements'
import { relayHeld } from '../lib/relay/held'
import { onWorkerMessage, report } from '../lib/relay/worker'

/**
 * Isolated world, every page, before the page script. Carries reports to the worker and verdicts
 * back; decides nothing. Costs an ordinary page one look at its own status and three listeners.
 */
export default defineUnlistedScript(() => {
  let listening = false
  const held = relayHeld(listen)
  onElement402((url) => {
    listen()
    void report({ report: 'element-402', url })
  })
  onDownloadClick((url) => {
    listen()
    void report({ report: 'download', url })
  })
  if (answered402()) whenShown(reportDocument)

  function reportDocument() {
    listen()
    void report({ report: 'document-402' })
  }

  /** Only a page that met a 402 listens to the worker and tells it when it goes. */
  function listen() {
    if (listening) return
    listening = true
    onWorkerMessage({
      ping: ({ ticket }) => (ticket ? held.has(ticket) : true),
      held: ({ ticket, verdict }) => held.answer(ticket, verdict) || undefined,
      document: () => {
        location.reload()
        return true
      },
    })
    addEventListener('pagehide', () => {
      void report({ report: 'gone' })
      held.keepAll()
    })
  }
})
