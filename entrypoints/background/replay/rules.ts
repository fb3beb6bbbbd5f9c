import { type Browser, browser } from 'wxt/browser'
import type { PaidRequest } from '../../../lib/payment/payment'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'

type Rule = Browser.declarativeNetRequest.Rule
type Condition = Browser.declarativeNetRequest.RuleCondition

/** These mean something in a `urlFilter` even where a URL has them as plain characters. */
const FILTER_SPECIAL = /[*|^]/
let lastId = 0

/**
 * Adds the session rules that put the payment on exactly one request: this method, tab, type and
 * URL to the last character. Gives the rule ids.
 */
export async function addRules(
  request: PaidRequest,
  url: string,
  header: PaymentHeader,
): Promise<number[]> {
  const addRules: Rule[] = conditionsFor(request, url).map((condition) => ({
    id: ++lastId,
    priority: 1,
    condition,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: header.name, operation: 'set', value: header.value }],
    },
  }))
  await browser.declarativeNetRequest.updateSessionRules({ addRules })
  return addRules.map(({ id }) => id)
}

export async function removeRules(removeRuleIds: number[]): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds })
}

/** Takes every rule away: a leftover would silently pay the next identical request. */
export async function sweepRules(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  await removeRules(rules.map(({ id }) => id))
}

function conditionsFor(request: PaidRequest, url: string): Condition[] {
  const common: Condition = {
    isUrlFilterCaseSensitive: true,
    requestMethods: [request.method.toLowerCase() as Browser.declarativeNetRequest.RequestMethod],
  }
  if (request.kind === 'fetch') {
    // Tab -1: the page's own service worker may pass the request on.
    return [
      {
        ...common,
        ...exactly(url),
        resourceTypes: ['xmlhttprequest'],
        tabIds: [request.tabId, -1],
      },
    ]
  }
  // The rule sees the URL with its fragment; a document may be reloaded with any fragment.
  return [exactly(url), startingWith(`${url}#`)].map((match) => ({
    ...common,
    ...match,
    resourceTypes: ['main_frame'],
    tabIds: [request.tabId],
  }))
}

function exactly(url: string): Condition {
  return FILTER_SPECIAL.test(url)
    ? { regexFilter: `^${escapeRegex(url)}$` }
    : { urlFilter: `|${url}|` }
}

function startingWith(url: string): Condition {
  return FILTER_SPECIAL.test(url)
    ? { regexFilter: `^${escapeRegex(url)}` }
    : { urlFilter: `|${url}` }
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
