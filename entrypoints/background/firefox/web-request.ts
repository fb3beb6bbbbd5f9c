import { browser } from 'wxt/browser'
import type {
  BlockingResponse,
  RedirectDetails,
  RequestDetails,
  ResponseDetails,
  SendingDetails,
} from './details'

type Listener<Details> = (details: Details) => Promise<BlockingResponse> | undefined

interface WebRequestEvent<Details> {
  addListener(
    listener: Listener<Details>,
    filter: { urls: string[]; types: string[] },
    extra?: string[],
  ): void
  removeListener(listener: Listener<Details>): void
}

/** Firefox's `webRequest`: the library knows Chromium's, whose listeners cannot hold anything. */
export const webRequest = browser.webRequest as unknown as {
  onBeforeRequest: WebRequestEvent<RequestDetails>
  onBeforeSendHeaders: WebRequestEvent<SendingDetails>
  onSendHeaders: WebRequestEvent<SendingDetails>
  onBeforeRedirect: WebRequestEvent<RedirectDetails>
  onHeadersReceived: WebRequestEvent<ResponseDetails>
  onErrorOccurred: WebRequestEvent<RequestDetails & { error: string }>
}

export const WEB = ['http://*/*', 'https://*/*']
