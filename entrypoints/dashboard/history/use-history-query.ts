import { useMemo, useSyncExternalStore } from 'react'
import { type HistoryQuery, readQuery, writeQuery } from './query'

/** Search and filters live in the address, after `#/history?`: they survive a reload. */
export function useHistoryQuery(): [HistoryQuery, (change: Partial<HistoryQuery>) => void] {
  const search = useSyncExternalStore(subscribe, currentSearch)
  const query = useMemo(() => readQuery(search), [search])
  return [query, change]
}

function change(change: Partial<HistoryQuery>): void {
  const search = writeQuery({ ...readQuery(currentSearch()), ...change })
  const [path] = location.hash.split('?')
  // No step of its own: Back leaves the page and does not undo a search letter by letter.
  history.replaceState(history.state, '', search ? `${path}?${search}` : path)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function currentSearch(): string {
  const [, ...rest] = location.hash.split('?')
  return rest.join('?')
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}
