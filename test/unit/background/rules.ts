import { vi } from 'vitest'
import { browser } from 'wxt/browser'

interface Rule {
  id: number
  condition: { regexFilter?: string; initiatorDomains?: string[]; tabIds?: number[] }
}

/** What the browser does with session rules, as far as tests ask. */
export function fakeRules(left: Rule[] = []) {
  const rules = new Map(left.map((rule) => [rule.id, rule]))
  const updateSessionRules = vi.fn(
    async ({
      addRules = [],
      removeRuleIds = [],
    }: {
      addRules?: Rule[]
      removeRuleIds?: number[]
    }) => {
      for (const id of removeRuleIds) rules.delete(id)
      if (addRules.some(({ id }) => rules.has(id))) throw new Error('Rule id is not unique')
      for (const rule of addRules) rules.set(rule.id, rule)
    },
  )
  const getSessionRules = vi.fn(async () => [...rules.values()])
  const isRegexSupported = vi.fn(async ({ regex }: { regex: string }) => ({
    isSupported: regex.length < 500,
  }))
  Object.assign(browser, {
    declarativeNetRequest: { updateSessionRules, getSessionRules, isRegexSupported },
  })
  return { rules, getSessionRules }
}
