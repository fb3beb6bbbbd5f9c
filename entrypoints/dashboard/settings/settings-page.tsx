import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { Page } from '../page'
import { Section } from '../section'
import { AttentionForm } from './attention-form'
import { NetworkList } from './network-list'

export function SettingsPage() {
  return (
    <Page title={i18n.t('settings.title')}>
      <Section title={i18n.t('settings.attention')} text={i18n.t('settings.attentionText')}>
        <AttentionForm />
      </Section>
      <Section title={i18n.t('settings.rpc')} text={i18n.t('settings.rpcText')}>
        <NetworkList />
      </Section>
      <Section title={i18n.t('settings.about')}>
        <p className="text-muted">
          {i18n.t('app.name')} {browser.runtime.getManifest().version}
        </p>
      </Section>
    </Page>
  )
}
