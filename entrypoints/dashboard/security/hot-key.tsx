import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { useHotKey } from '../../../components/hooks/use-hot-key'
import { Button } from '../../../components/ui/button'

/** The keys that lock the wallet from anywhere; they are the browser's to change. */
export function HotKey() {
  const keys = useHotKey()
  if (keys === undefined) return null
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line pt-4">
      <p className="text-[0.9375rem] text-muted">
        {keys ? i18n.t('security.hotKey', [keys]) : i18n.t('security.noHotKey')}
      </p>
      <Button look="quiet" size="small" onClick={changeKeys}>
        {i18n.t('security.changeKeys')}
      </Button>
    </div>
  )
}

/** Firefox has a function for it, Chromium a page that no link may lead to. */
function changeKeys(): void {
  const { openShortcutSettings } = browser.commands as {
    openShortcutSettings?: () => Promise<void>
  }
  if (openShortcutSettings) void openShortcutSettings.call(browser.commands)
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
