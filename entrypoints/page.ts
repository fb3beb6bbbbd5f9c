import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { openChannel } from '../lib/page/channel'
import { installFetch } from '../lib/page/fetch'
import { installXhr } from '../lib/page/xhr'

/**
 * Main world, every page, before any script of the page. Holds a `fetch` or XMLHttpRequest that met a 402 until the
 * wallet has decided, then lets it repeat its own request. It never sees terms, keys or payments,
 * and has no authority: a page that takes it over gains nothing that `fetch` would not give it.
 */
export default defineUnlistedScript(() => {
  const channel = openChannel()
  if (!channel) return
  installFetch(channel)
  installXhr(channel)
})
