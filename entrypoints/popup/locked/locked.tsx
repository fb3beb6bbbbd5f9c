import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { Card } from '../../../components/ui/card'
import { askInPopup, passkeyClosesPopup } from '../../../components/wallet/passkey-in-popup'
import { UnlockForm } from '../../../components/wallet/unlock-form'
import type { Payment } from '../../../lib/payment/payment'
import { dashboardUrl } from '../dashboard-url'
import { WaitingLine } from './waiting-line'

export function Locked({ waiting }: { waiting: readonly Payment[] }) {
  return (
    <Card className="flex flex-col gap-4 p-5">
      <h1 className="text-lg font-semibold">{i18n.t('lock.title')}</h1>
      <WaitingLine waiting={waiting} />
      <UnlockForm ask={askHereOrOnPage} />
    </Card>
  )
}

/** Where the popup does not outlive the question, the wallet page asks it. */
async function askHereOrOnPage<T>(ask: () => Promise<T>): Promise<T | undefined> {
  if (!(await passkeyClosesPopup())) return askInPopup(ask)
  await browser.tabs.create({ url: dashboardUrl('/wallet') })
  window.close()
  return undefined
}
