import { useMemo, useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { Reading } from '../../../components/ui/safety-net'
import { numberWords } from '../../../components/words/number'
import { searchTerms } from '../../../lib/payment/history/search'
import { Nothing } from '../history/nothing'
import { SearchField } from '../history/search-field'
import { Unread } from '../history/unread'
import { Page } from '../page'
import { linesWith } from './bought'
import { ShelfList } from './shelf-list'
import { useShelf } from './use-shelf'

/** What was bought, to open it again. */
export function ShelfPage() {
  const { lines, done, problem, again } = useShelf()
  const [text, setText] = useState('')
  const found = useMemo(() => lines && linesWith(lines, searchTerms(text)), [lines, text])
  const isEmpty = done && lines?.length === 0
  return (
    <Page title={i18n.t('shelf.title')}>
      {problem !== undefined && <Unread onAgain={again} />}
      {problem === undefined && !lines && <Reading />}
      {isEmpty && <Nothing title={i18n.t('shelf.empty')} text={i18n.t('shelf.emptyText')} />}
      {found && lines && lines.length > 0 && (
        <>
          <p className="mb-5 max-w-prose text-muted">{i18n.t('shelf.text')}</p>
          <SearchField
            label={i18n.t('shelf.search')}
            hint={i18n.t('shelf.searchHint')}
            value={text}
            onChange={setText}
          />
          <p role="status" className="my-3 px-1 text-sm text-muted">
            {countWords(found.length, done)}
          </p>
          {found.length > 0 && <ShelfList key={text} lines={found} done={done} />}
          {done && found.length === 0 && (
            <Nothing title={i18n.t('shelf.noMatch')} text={i18n.t('shelf.noMatchText')}>
              <Button className="mt-3" onClick={() => setText('')}>
                {i18n.t('history.clearSearch')}
              </Button>
            </Nothing>
          )}
        </>
      )}
    </Page>
  )
}

function countWords(count: number, done: boolean): string {
  const number = numberWords(count)
  return done ? i18n.t('shelf.count', count, [number]) : i18n.t('shelf.soFar', count, [number])
}
