import { Link } from 'wouter'
import { i18n } from '#i18n'
import { Card } from '../../../components/ui/card'
import { PRIMARY_LINK } from '../../../components/ui/link'

/** A page about the wallet while there is none. */
export function NoWallet() {
  return (
    <Card className="flex flex-col items-center gap-4 px-6 py-12">
      <p className="text-muted">{i18n.t('wallet.none')}</p>
      <Link href="/welcome" className={PRIMARY_LINK}>
        {i18n.t('setup.button')}
      </Link>
    </Card>
  )
}
