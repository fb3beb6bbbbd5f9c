import { i18n } from '#i18n'
import { shortAddress } from '../../../components/payment/short-address'
import { hostOf } from '../../../components/payment/site'
import { CopyButton } from '../../../components/ui/copy-button'
import { dayWords } from '../../../components/words/time'
import type { Acquaintance } from '../../../lib/payment/acquaintance'

/** So many addresses are listed, the latest first. */
const SHOWN = 3

/** Whom a site has the user pay: addresses, and since when. */
export function Payees({ known }: { known: readonly Acquaintance[] }) {
  const paid = known.filter(({ payTos }) => payTos.length > 0)
  if (paid.length === 0) return null
  return (
    <div className="mt-3">
      <h2 className="text-sm text-muted">{i18n.t('sites.payees')}</h2>
      <ul className="mt-1.5 space-y-3 text-sm">
        {paid.map((one) => (
          <li key={one.key}>
            <Addresses payTos={one.payTos} />
            <p className="text-muted">
              {sinceWords(one)}
              {one.testnet && <span className="text-wait"> · {i18n.t('common.testMoney')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Addresses({ payTos }: Pick<Acquaintance, 'payTos'>) {
  const shown = payTos.slice(-SHOWN).reverse()
  const more = payTos.length - shown.length
  return (
    <>
      {shown.map((address) => (
        <p key={address} className="flex items-center gap-1">
          <span className="code" title={address}>
            {shortAddress(address)}
          </span>
          <CopyButton text={address} label={i18n.t('detail.copyPayTo', [address])} />
        </p>
      ))}
      {more > 0 && <p className="text-muted">{i18n.t('sites.payeesMore', more)}</p>}
    </>
  )
}

function sinceWords({ site, payeeOrigin, since }: Acquaintance): string {
  return site === payeeOrigin
    ? i18n.t('sites.payeeSince', [dayWords(since)])
    : i18n.t('sites.payeeOther', [hostOf(payeeOrigin), dayWords(since)])
}
