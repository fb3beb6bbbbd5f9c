import { i18n } from '#i18n'
import { Field } from '../../../components/ui/field'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { numberWords } from '../../../components/words/number'
import { SITE_ORDERS, type SiteOrder } from './site-order'

interface Props {
  text: string
  order: SiteOrder
  found: number
  all: number
  onText: (text: string) => void
  onOrder: (order: SiteOrder) => void
}

const NAMES = { last: 'sites.sortLast', spent: 'sites.sortSpent', name: 'sites.sortName' } as const

/** What is looked for, in which order, and how many there are. */
export function SiteFinder({ text, order, found, all, onText, onOrder }: Props) {
  return (
    <div className="mb-4">
      <p className="mb-5 text-muted">{i18n.t('sites.text')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          type="search"
          label={i18n.t('sites.search')}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <SegmentedChoice
          label={i18n.t('sites.sort')}
          value={order}
          choices={SITE_ORDERS.map((value) => ({ value, name: i18n.t(NAMES[value]) }))}
          onChange={onOrder}
        />
      </div>
      <p role="status" className="mt-3 text-sm text-muted">
        {countWords(found, all)}
      </p>
    </div>
  )
}

function countWords(found: number, all: number): string {
  if (found === 0) return i18n.t('sites.noMatch')
  const count = numberWords(found)
  return found === all
    ? i18n.t('sites.count', found, [count])
    : i18n.t('sites.found', found, [count, numberWords(all)])
}
