import { Lock, Settings } from 'lucide-react'
import { i18n } from '#i18n'
import { Coin } from '../../components/brand/coin'
import { ICON_BUTTON, IconButton } from '../../components/ui/icon-button'
import { sendCommand } from '../../lib/messages'
import { dashboardUrl } from './dashboard-url'

/** Name, lock and the way to the dashboard. */
export function Header({ hasWallet, unlocked }: { hasWallet: boolean; unlocked: boolean }) {
  return (
    <header className="flex items-center gap-2 py-2.5 pe-2.5 ps-4">
      <Coin />
      <span className="flex-1 font-semibold tracking-tight">{i18n.t('app.name')}</span>
      {unlocked && (
        <IconButton icon={Lock} label={i18n.t('header.lock')} onClick={() => sendCommand('lock')} />
      )}
      {hasWallet && (
        <a
          href={dashboardUrl('/settings')}
          target="_blank"
          rel="noreferrer"
          aria-label={i18n.t('header.settings')}
          title={i18n.t('header.settings')}
          className={ICON_BUTTON}
        >
          <Settings aria-hidden className="size-[1.125rem]" />
        </a>
      )}
    </header>
  )
}
