import { type Browser, browser } from 'wxt/browser'
import type { PaidRequest, RequestKind } from '../../../lib/payment/request'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'

type Rule = Browser.declarativeNetRequest.Rule
type Condition = Browser.declarativeNetRequest.RuleCondition
type Method = Browser.declarativeNetRequest.RequestMethod
type ResourceType = `${Browser.declarativeNetRequest.ResourceType}`

/** What the browser calls the requests of each kind. */
export const RESOURCE_TYPES: Record<RequestKind, readonly ResourceType[]> = {
  navigation: ['main_frame'],
  frame: ['sub_frame'],
  form: ['main_frame'],
  fetch: ['xmlhttprequest'],
  xhr: ['xmlhttprequest'],
  element: ['image', 'media', 'script', 'stylesheet'],
  download: ['other'],
  unheld: ['xmlhttprequest'],
}

const METHODS = ['connect', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put']
/** These mean something in a `urlFilter` even where a URL has them as plain characters. */
const FILTER_SPECIAL = /[*|^]/
let lastId = 0
/** The rules of an earlier worker are gone. */
let isSwept = false
/** Ids of rules that are to go. */
const leftOver = new Set<number>()

/**
 * Adds the session rules that put the payment on exactly one request: this method, tab, type and
 * URL to the last character. `url` carries our fragment where the page script repeats the request.
 * Gives the rule ids.
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

/** Those that the browser would not take away are tried again before the next payment. */
export async function removeRules(ids: readonly number[]): Promise<void> {
  for (const id of ids) leftOver.add(id)
  const removeRuleIds = [...leftOver]
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds })
  for (const id of removeRuleIds) leftOver.delete(id)
}

/** Takes every rule away: a leftover would silently pay the next identical request. */
export async function sweepRules(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  await removeRules(rules.map(({ id }) => id))
  isSwept = true
}

/**
 * Whether rules can be added for a request: asked before anything is signed for it. A pattern for a
 * long address can be more than the browser takes, and of one whose old rules could not be taken
 * away nobody knows what it pays.
 */
export async function canAddRules(request: PaidRequest, url: string): Promise<boolean> {
  if (!isSwept) await sweepRules()
  if (leftOver.size > 0) await removeRules([])
  const patterns = conditionsFor(request, url).flatMap(({ regexFilter = [] }) => regexFilter)
  const answers = await Promise.all(
    patterns.map((regex) =>
      browser.declarativeNetRequest.isRegexSupported({ regex, isCaseSensitive: true }),
    ),
  )
  return answers.every(({ isSupported }) => isSupported)
}

function conditionsFor(request: PaidRequest, url: string): Condition[] {
  const { kind, tabId, initiator } = request
  const method = request.method.toLowerCase()
  const common: Condition = {
    isUrlFilterCaseSensitive: true,
    requestMethods: [(METHODS.includes(method) ? method : 'other') as Method],
    resourceTypes: [...RESOURCE_TYPES[kind]] as NonNullable<Condition['resourceTypes']>,
    // Another origin's frame in the same page does not get what this one asked for.
    ...(initiator && { initiatorDomains: [new URL(initiator).hostname] }),
  }
  if (kind === 'fetch' || kind === 'xhr') {
    // Tab -1: the page's own service worker may pass the request on.
    return [{ ...common, ...exactly(url), tabIds: [tabId, -1] }]
  }
  // A rule sees the URL with its fragment, and what is loaded again may have any.
  const matches = request.userInfo ? [withAnyUser(url)] : [exactly(url), startingWith(`${url}#`)]
  const conditions = matches.map((match) => ({ ...common, ...match, tabIds: [tabId] }))
  if (!request.viaServiceWorker) return conditions
  // A worker of another origin belongs to no tab either.
  const own = [new URL(url).hostname]
  const type = ['xmlhttprequest' as const]
  const passedOn = { ...common, resourceTypes: type, tabIds: [-1], initiatorDomains: own }
  return [...conditions, ...matches.map((match) => ({ ...passedOn, ...match }) as Condition)]
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

function withAnyUser(url: string): Condition {
  const { protocol, host, pathname, search } = new URL(url)
  const rest = escapeRegex(`${host}${pathname}${search}`)
  return { regexFilter: `^${protocol}//[^/?#]*@${rest}(#|$)` }
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
