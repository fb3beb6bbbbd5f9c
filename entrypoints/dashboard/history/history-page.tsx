import { useMemo } from 'react'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { Reading } from '../../../components/ui/safety-net'
import { Page } from '../page'
import { HistoryList } from './history-list'
import { Nothing } from './nothing'
import { countFilters, filterOf, readQuery } from './query'
import { Summary } from './summary'
import { Toolbar } from './toolbar'
import { TotalsCards } from './totals-cards'
import { Unread } from './unread'
import { useHistory } from './use-history'
import { useHistoryQuery } from './use-history-query'

const NO_QUERY = readQuery('')

/** Every payment that was ever signed: to look at, to search, to take along. */
export function HistoryPage() {
  const [query, change] = useHistoryQuery()
  const filter = useMemo(() => filterOf(query), [query])
  const { days, facets, done, stale, problem, again } = useHistory(filter)
  const narrowed = countFilters(query) > 0 || query.q.trim() !== ''
  const clear = () => change(NO_QUERY)
  const hasSome = days !== undefined && days.length > 0
  const empty = done && !hasSome
  return (
    <Page title={i18n.t('history.title')}>
      <TotalsCards listed={done} />
      {(narrowed || hasSome) && (
        <Toolbar query={query} filter={filter} facets={facets} onChange={change} />
      )}
      {problem !== undefined && <Unread onAgain={again} />}
      {problem === undefined && !days && <Reading />}
      {days && !empty && (
        <Summary days={stale ? [] : days} done={done} onClear={narrowed ? clear : undefined} />
      )}
      {hasSome && <HistoryList days={days} done={done} />}
      {empty && narrowed && (
        <Nothing title={i18n.t('history.noMatch')} text={i18n.t('history.noMatchText')}>
          <Button className="mt-3" onClick={clear}>
            {i18n.t('history.clear')}
          </Button>
        </Nothing>
      )}
      {empty && !narrowed && (
        <Nothing title={i18n.t('history.empty')} text={i18n.t('history.emptyText')} />
      )}
    </Page>
  )
}
