import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { Button } from '../../../components/ui/button'
import { Card } from '../../../components/ui/card'
import type { Payment } from '../../../lib/payment/payment'
import { formatMoney } from '../../../lib/words/money'
import { dashboardUrl } from '../dashboard-url'

/** Before there is a wallet: what this is, and the way in. */
export function NoWallet({ waiting }: { waiting: readonly Payment[] }) {
  const [first] = waiting
  return (
    <Card className="flex flex-col items-center gap-3 px-6 py-8 text-center">
      <Coin className="size-16" />
      <h1 className="text-xl font-semibold tracking-tight">{i18n.t('setup.title')}</h1>
      <p className="text-sm text-muted">
        {first
          ? i18n.t('setup.waits', [formatMoney(first.terms.amount, first.terms)])
          : i18n.t('setup.text')}
      </p>
      <Button look="primary" size="large" className="mt-2 w-full" onClick={openSetup}>
        {i18n.t('setup.button')}
      </Button>
    </Card>
  )
}

async function openSetup(): Promise<void> {
  await browser.tabs.create({ url: dashboardUrl('/welcome') })
  window.close()
}
