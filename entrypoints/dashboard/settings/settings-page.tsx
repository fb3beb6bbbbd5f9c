import { useLiveQuery } from 'dexie-react-hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { NETWORKS } from '../../../lib/payment/networks'
import { getRpcUrls } from '../../../lib/store/settings'
import { Page } from '../page'
import { Section } from '../section'
import { RpcForm } from './rpc-form'

export function SettingsPage() {
  const urls = useLiveQuery(getRpcUrls, [])
  return (
    <Page title={i18n.t('settings.title')}>
      <Section title={i18n.t('settings.rpc')} text={i18n.t('settings.rpcText')}>
        <div className="flex max-w-xl flex-col gap-6">
          {urls &&
            NETWORKS.map((network) => (
              <RpcForm key={network.id} network={network} own={urls[network.id]} />
            ))}
        </div>
      </Section>
      <Section title={i18n.t('settings.about')}>
        <p className="text-muted">
          {i18n.t('app.name')} {browser.runtime.getManifest().version}
        </p>
      </Section>
    </Page>
  )
}
