import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { hostOf } from '../../../components/payment/site'
import { dayWords } from '../../../components/words/time'
import { formatMoney } from '../../../lib/words/money'
import type { Bought } from './bought'

interface Props {
  bought: Bought
  tabIndex: number
  onFocus: () => void
}

/** What it is and where, what it cost and when; all of it is the link that opens it again. */
export function ShelfLine({ bought, tabIndex, onFocus }: Props) {
  const { url, title, payee, at, price } = bought
  const amount = formatMoney(price.amount, price)
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      tabIndex={tabIndex}
      onFocus={onFocus}
      className="flex items-center gap-3 rounded-2xl px-4 py-3.5 -outline-offset-2 hover:bg-sunken sm:gap-4 sm:px-5"
    >
      <LetterTile origin={payee} />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium wrap-anywhere">
          <bdi>{title}</bdi>
        </span>
        <span className="block truncate text-sm text-muted">{hostOf(payee)}</span>
      </span>
      <span className="shrink-0 text-end">
        <span className="block font-semibold">
          {price.testnet ? i18n.t('history.testSum', [amount]) : amount}
        </span>
        <span className="block text-sm text-muted">{dayWords(at)}</span>
      </span>
      <span className="sr-only">({i18n.t('common.opensInTab')})</span>
    </a>
  )
}
