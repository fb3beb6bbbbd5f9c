import { Link } from 'wouter'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { Card } from '../../../components/ui/card'
import { LINK } from '../../../components/ui/link'

/** Before the first payment: what will be here, and the way to it. */
export function Newcomer() {
  return (
    <Card className="mb-6 flex flex-col items-center gap-2 px-6 py-12">
      <Coin className="size-12 opacity-80" />
      <p className="mt-2 text-lg font-semibold">{i18n.t('overview.empty')}</p>
      <p className="max-w-sm text-center text-muted">{i18n.t('overview.emptyText')}</p>
      <h2 className="mt-5 font-semibold">{i18n.t('overview.emptyNext')}</h2>
      <ol className="max-w-sm list-decimal space-y-1.5 ps-5">
        <li>
          <Link href="/wallet" className={LINK}>
            {i18n.t('overview.fund')}
          </Link>
        </li>
        <li>
          <Link href="/limits" className={LINK}>
            {i18n.t('overview.setLimits')}
          </Link>
        </li>
        <li>{i18n.t('overview.read')}</li>
      </ol>
    </Card>
  )
}
