import { LockKeyhole } from 'lucide-react'
import { i18n } from '#i18n'
import { CARD } from '../../../components/ui/card'
import { PRICE } from './practice-price'

/** A short piece to read: its beginning for everybody, the rest once it is paid. */
export function PracticeArticle({ open }: { open: boolean }) {
  return (
    <article className={`${CARD} min-w-0 flex-1 px-6 py-7 sm:px-9`}>
      <p className="text-sm font-medium text-copper">{i18n.t('practice.site')}</p>
      <h2 className="mt-1 font-serif text-3xl leading-tight font-semibold tracking-tight">
        {i18n.t('practice.headline')}
      </h2>
      <div className="mt-4 max-w-prose space-y-4 font-serif text-lg leading-relaxed">
        <p>{i18n.t('practice.first')}</p>
        {open ? (
          <>
            <p>{i18n.t('practice.second')}</p>
            <p>{i18n.t('practice.third')}</p>
          </>
        ) : (
          <p className="flex items-center gap-2.5 rounded-xl bg-sunken px-4 py-3 font-sans text-[0.9375rem] text-muted">
            <LockKeyhole aria-hidden className="size-4 shrink-0" />
            {i18n.t('practice.wall', [PRICE])}
          </p>
        )}
      </div>
    </article>
  )
}
