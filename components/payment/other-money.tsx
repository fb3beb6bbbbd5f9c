import { i18n } from '#i18n'
import type { OtherMoney } from '../../lib/payment/budget'
import { formatMicro } from '../../lib/words/money'

interface Props {
  real: readonly OtherMoney[]
  test: readonly OtherMoney[]
}

/** `+ €0.05`: what is not in dollars stands beside the dollars, each currency for itself. */
export function OtherMoneyLines({ real, test }: Props) {
  return (
    <>
      {real.map(({ currency, micro }) => (
        <dd key={currency} className="text-sm text-muted">
          + {formatMicro(micro, currency)}
        </dd>
      ))}
      {test.map(({ currency, micro }) => (
        <dd key={currency} className="text-xs text-wait">
          {i18n.t('home.plusTest', [formatMicro(micro, currency)])}
        </dd>
      ))}
    </>
  )
}
