import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { hostOf } from '../../../components/payment/site'
import { dayWords } from '../../../components/words/time'
import type { KnownSite } from '../../../lib/store/sites'
import { BothAmounts } from './both-amounts'
import { ruleWords } from './rule-words'
import { SiteDetails } from './site-details'

interface Props {
  entry: KnownSite
  onForgotten: (site: string) => void
}

/** One site in a line, which opens to everything about it. */
export function SiteItem({ entry, onForgotten }: Props) {
  const [open, setOpen] = useState(false)
  const detailsId = useId()
  const { site, rule, spent, last } = entry
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 rounded-2xl px-4 py-3.5 text-start -outline-offset-2 hover:bg-sunken sm:gap-4 sm:px-5"
      >
        <LetterTile origin={site} className="size-11 self-start text-lg sm:self-center" />
        <span className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1 sm:flex-row sm:items-center sm:justify-between">
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{hostOf(site)}</span>
            <span className={`block text-sm ${rule?.mode === 'never' ? 'text-bad' : 'text-muted'}`}>
              {ruleWords(rule)}
            </span>
          </span>
          <span className="shrink-0 sm:text-end">
            {last !== undefined && (
              <span className="block font-semibold">
                <BothAmounts amounts={spent} />
              </span>
            )}
            <span className="block text-sm text-muted">
              {last === undefined
                ? i18n.t('sites.neverPaid')
                : i18n.t('sites.lastPaid', [dayWords(last)])}
            </span>
          </span>
        </span>
        <ChevronDown
          aria-hidden
          className={`size-[1.125rem] shrink-0 text-muted ${open ? 'rotate-180' : ''}`}
        />
      </button>
      {open && (
        <div id={detailsId} className="px-4 pb-5 sm:px-5">
          <SiteDetails entry={entry} onForgotten={() => onForgotten(site)} />
        </div>
      )}
    </li>
  )
}
