import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useState } from 'react'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { hostOf } from '../../../components/payment/site'
import { Card } from '../../../components/ui/card'
import { Reading } from '../../../components/ui/safety-net'
import { knownSites } from '../../../lib/store/sites'
import { Page } from '../page'
import { SiteFinder } from './site-finder'
import { SiteList } from './site-list'
import { listedSites, type SiteOrder } from './site-order'

/** Every site that was paid or has a rule. */
export function SitesPage() {
  const sites = useLiveQuery(knownSites, [])
  const [text, setText] = useState('')
  const [order, setOrder] = useState<SiteOrder>('last')
  const [forgotten, setForgotten] = useState<string>()
  const note = useRef<HTMLParagraphElement>(null)
  if (!sites) return <Reading />

  /** The row is gone, and the focus with it. */
  function noteForgotten(site: string) {
    setForgotten(site)
    note.current?.focus()
  }

  const listed = listedSites(sites, text, order)
  return (
    <Page title={i18n.t('sites.title')}>
      <p
        ref={note}
        role="status"
        tabIndex={-1}
        className={
          forgotten
            ? 'mb-4 rounded-xl bg-good-soft px-3.5 py-2.5 text-sm font-medium text-good'
            : ''
        }
      >
        {forgotten && i18n.t('sites.forgotten', [hostOf(forgotten)])}
      </p>
      {sites.length === 0 ? (
        <Empty />
      ) : (
        <>
          <SiteFinder
            text={text}
            order={order}
            found={listed.length}
            all={sites.length}
            onText={setText}
            onOrder={setOrder}
          />
          <SiteList key={`${text} ${order}`} sites={listed} onForgotten={noteForgotten} />
        </>
      )}
    </Page>
  )
}

function Empty() {
  return (
    <Card className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Coin className="size-12 opacity-80" />
      <p className="mt-2 text-lg font-semibold">{i18n.t('sites.empty')}</p>
      <p className="max-w-sm text-muted">{i18n.t('sites.emptyText')}</p>
    </Card>
  )
}
