import { Download, FileText, SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import { ExportPanel } from './export-panel'
import type { Facets } from './facets'
import { FilterPanel } from './filter-panel'
import { countFilters, type HistoryQuery } from './query'
import { SearchField } from './search-field'
import { monthKey } from './statement/month'

interface Props {
  query: HistoryQuery
  filter: HistoryFilter
  facets: Facets
  onChange: (change: Partial<HistoryQuery>) => void
}

/** Search, filters, and what can be taken along. */
export function Toolbar({ query, filter, facets, onChange }: Props) {
  const count = countFilters(query)
  const [open, setOpen] = useState<'filters' | 'export' | undefined>(count ? 'filters' : undefined)
  const id = useId()
  const turn = (panel: 'filters' | 'export') => setOpen(open === panel ? undefined : panel)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-stretch gap-2">
        <SearchField
          label={i18n.t('history.search')}
          hint={i18n.t('history.searchHint')}
          value={query.q}
          onChange={(q) => onChange({ q })}
        />
        <Button
          aria-expanded={open === 'filters'}
          aria-controls={open === 'filters' ? `${id}-filters` : undefined}
          onClick={() => turn('filters')}
        >
          <SlidersHorizontal aria-hidden className="size-4" />
          {count ? i18n.t('history.filtersOn', [count]) : i18n.t('history.filters')}
        </Button>
        <Button
          aria-expanded={open === 'export'}
          aria-controls={open === 'export' ? `${id}-export` : undefined}
          onClick={() => turn('export')}
        >
          <Download aria-hidden className="size-4" />
          {i18n.t('export.title')}
        </Button>
        <Link
          href={`/statement/${monthKey(Date.now())}`}
          className="inline-flex min-h-10 items-center gap-2 rounded-xl px-3 py-1.5 text-sm font-medium text-copper transition-colors hover:bg-copper-soft"
        >
          <FileText aria-hidden className="size-4" />
          {i18n.t('history.statement')}
        </Link>
      </div>
      {open === 'filters' && (
        <FilterPanel id={`${id}-filters`} query={query} facets={facets} onChange={onChange} />
      )}
      {open === 'export' && (
        <ExportPanel
          id={`${id}-export`}
          filter={filter}
          narrowed={count > 0 || query.q.trim() !== ''}
        />
      )}
    </>
  )
}
