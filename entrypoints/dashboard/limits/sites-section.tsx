import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import type { Limits } from '../../../lib/payment/limits'
import { siteRules } from '../../../lib/store/queries'
import { Section } from '../section'
import { AddSite } from './add-site'
import { SiteRow } from './site-row'

/** The user's word on single sites. */
export function SitesSection({ limits }: { limits: Limits }) {
  const rules = useLiveQuery(siteRules, [])
  if (!rules) return null
  return (
    <Section title={i18n.t('limits.sites')} text={i18n.t('limits.sitesText')}>
      {rules.length === 0 ? (
        <p className="text-muted">{i18n.t('limits.noSites')}</p>
      ) : (
        <ul aria-label={i18n.t('limits.sitesTable')} className="divide-y divide-line">
          {rules.map(({ site }) => (
            <SiteRow key={site} site={site} limits={limits} />
          ))}
        </ul>
      )}
      <AddSite known={rules.map(({ site }) => site)} />
    </Section>
  )
}
