import { i18n } from '#i18n'
import type { Reason } from '../../lib/payment/policy'
import { formatUsd } from '../../lib/words/money'
import { hasAddress, hostOf } from '../payment/site'

/** Why the user is asked, as one plain sentence. */
export function reasonWords(reason: Reason): string {
  switch (reason.code) {
    case 'over_payment_limit':
      return i18n.t('reason.over_payment_limit', [formatUsd(reason.limit)])
    case 'over_total_limit':
      return i18n.t('reason.over_total_limit', [formatUsd(reason.limit), formatUsd(reason.spent)])
    case 'over_day_limit':
    case 'over_month_limit':
    case 'over_site_day_limit':
    case 'over_site_month_limit':
    case 'over_pair_day_limit':
    case 'over_pair_month_limit': {
      const key = reason.rolling ? (`${reason.code}_rolling` as const) : reason.code
      return i18n.t(`reason.${key}`, [formatUsd(reason.limit), formatUsd(reason.spent)])
    }
    case 'price_unusual':
      return i18n.t('reason.price_unusual', [formatUsd(reason.usual)])
    case 'looks_like':
      return i18n.t('reason.looks_like', [hostOf(reason.other)])
    case 'other_resource':
      return i18n.t('reason.other_resource', [hostOf(reason.origin)])
    case 'clock_differs':
      return i18n.t('reason.clock_differs', [String(Math.round(Math.abs(reason.seconds) / 60))])
    case 'other_payee':
      return i18n.t('reason.other_payee', [hostOf(reason.payee)])
    case 'frame_asks':
      return hasAddress(reason.asker)
        ? i18n.t('reason.frame_asks', [hostOf(reason.asker)])
        : i18n.t('reason.frame_without_address')
    case 'opened_again':
      return hasAddress(reason.opener)
        ? i18n.t('reason.opened_again', [hostOf(reason.opener)])
        : i18n.t('reason.opened_without_address')
    default:
      return i18n.t(`reason.${reason.code}`)
  }
}
