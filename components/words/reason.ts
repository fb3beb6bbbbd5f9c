import { i18n } from '#i18n'
import { formatUsd } from '../../lib/payment/money'
import type { Reason } from '../../lib/payment/policy'
import { hostOf } from '../payment/site'

/** Why the user is asked, as one plain sentence. */
export function reasonWords(reason: Reason): string {
  switch (reason.code) {
    case 'over_payment_limit':
      return i18n.t('reason.over_payment_limit', [formatUsd(reason.limit)])
    case 'over_day_limit':
      return i18n.t('reason.over_day_limit', [formatUsd(reason.limit), formatUsd(reason.spent)])
    case 'other_payee':
      return i18n.t('reason.other_payee', [hostOf(reason.payee)])
    case 'frame_asks':
      return i18n.t('reason.frame_asks', [hostOf(reason.asker)])
    default:
      return i18n.t(`reason.${reason.code}`)
  }
}
