import { i18n } from '#i18n'
import type { MoneySum } from '../../../lib/payment/history/sums'
import { formatMicro } from '../../../lib/words/money'

/** `$6.17`, `€0.05`, `$3.00 test money`: each kind of money for itself. */
export function moneyWords({ testnet, currency, micro }: MoneySum): string {
  const amount = formatMicro(micro, currency)
  return testnet ? i18n.t('history.testSum', [amount]) : amount
}

/** All kinds in one line; nothing for no money. */
export function sumWords(sums: readonly MoneySum[]): string {
  return sums.map(moneyWords).join(' · ')
}
