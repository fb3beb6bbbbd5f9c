import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { i18n } from '#i18n'
import { LINK } from '../../../components/ui/link'
import { type Attention, attention } from '../../../lib/store/overview'
import { Section } from '../section'

const KINDS = ['awaiting', 'unknown', 'undelivered'] as const satisfies (keyof Attention)[]

/** Payments that the user may want to look at; nothing where there is none. */
export function AttentionSection() {
  const counts = useLiveQuery(attention, [])
  const kinds = KINDS.filter((kind) => counts && counts[kind] > 0)
  if (!counts || kinds.length === 0) return null
  return (
    <Section title={i18n.t('overview.attention')}>
      <ul className="space-y-3">
        {kinds.map((kind) => (
          <li key={kind} className="border-s-4 border-wait ps-3">
            <p className="font-medium">{i18n.t(`overview.${kind}`, counts[kind])}</p>
            <p className="text-[0.9375rem] text-muted">{i18n.t(`overview.${kind}Text`)}</p>
          </li>
        ))}
      </ul>
      {counts.unknown + counts.undelivered > 0 && (
        <Link href="/history" className={`${LINK} mt-4`}>
          {i18n.t('overview.history')}
        </Link>
      )}
    </Section>
  )
}
