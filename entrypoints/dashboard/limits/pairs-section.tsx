import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { pairRules } from '../../../lib/store/queries'
import { Section } from '../section'
import { PairRow } from './pair-row'

/** What the user lets one site have paid to another; added in the popup, so absent until then. */
export function PairsSection() {
  const rules = useLiveQuery(pairRules, [])
  if (!rules || rules.length === 0) return null
  return (
    <Section title={i18n.t('limits.pairs')} text={i18n.t('limits.pairsText')}>
      <ul aria-label={i18n.t('limits.pairsTable')} className="divide-y divide-line">
        {rules.map((rule) => (
          <PairRow key={`${rule.site} ${rule.payee}`} rule={rule} />
        ))}
      </ul>
    </Section>
  )
}
