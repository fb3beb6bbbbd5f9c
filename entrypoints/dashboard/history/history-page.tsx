import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { Card } from '../../../components/ui/card'
import { history } from '../../../lib/store/queries'
import { Page } from '../page'
import { PaymentTable } from './payment-table'
import { TotalsCards } from './totals-cards'

/** Older ones stay in the store; so many fit on a page. */
const SHOWN = 500

export function HistoryPage() {
  const payments = useLiveQuery(() => history(SHOWN), [])
  return (
    <Page title={i18n.t('history.title')}>
      <TotalsCards />
      {payments?.length === 0 && <Empty />}
      {payments && payments.length > 0 && <PaymentTable payments={payments} />}
      {payments?.length === SHOWN && (
        <p className="mt-3 text-sm text-muted">{i18n.t('history.latest', SHOWN)}</p>
      )}
    </Page>
  )
}

function Empty() {
  return (
    <Card className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Coin className="size-12 opacity-80" />
      <p className="mt-2 text-lg font-semibold">{i18n.t('history.empty')}</p>
      <p className="max-w-sm text-muted">{i18n.t('history.emptyText')}</p>
    </Card>
  )
}
