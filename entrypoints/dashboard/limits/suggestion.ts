/** What a link to the limits carries (as the state of the history entry) to have them filled in. */
export const SUGGEST = { suggestLimits: true }

/** Whether this visit came by such a link. */
export function isSuggested(state: unknown = history.state): boolean {
  return typeof state === 'object' && state !== null && 'suggestLimits' in state
}
