import { i18n } from '#i18n'
import type { BothMoney } from '../../../lib/store/sites'
import { formatUsd } from '../../../lib/words/money'

/** `$0.05`, and below it what was test money; only that where there is nothing else. */
export function BothAmounts({ amounts: { real, test } }: { amounts: BothMoney }) {
  return (
    <>
      {(real > 0n || test === 0n) && <span className="block">{formatUsd(real)}</span>}
      {test > 0n && (
        <span className="block text-sm font-medium text-wait">
          {i18n.t('shadow.onlyTest', [formatUsd(test)])}
        </span>
      )}
    </>
  )
}
