import { useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { CARD } from '../../../components/ui/card'
import type { KnownSite } from '../../../lib/store/sites'
import { SiteItem } from './site-item'

/** So many are drawn at first, and with each click more. */
const STEP = 50

interface Props {
  sites: readonly KnownSite[]
  onForgotten: (site: string) => void
}

/** The sites one below the other; of thousands only the first until more are wanted. */
export function SiteList({ sites, onForgotten }: Props) {
  const [shown, setShown] = useState(STEP)
  const left = sites.length - shown
  if (sites.length === 0) return null
  return (
    <>
      <ul aria-label={i18n.t('sites.list')} className={`${CARD} divide-y divide-line`}>
        {sites.slice(0, shown).map((entry) => (
          <SiteItem key={entry.site} entry={entry} onForgotten={onForgotten} />
        ))}
      </ul>
      {left > 0 && (
        <Button className="mt-4" onClick={() => setShown(shown + STEP)}>
          {i18n.t('sites.more', Math.min(STEP, left))}
        </Button>
      )}
    </>
  )
}
