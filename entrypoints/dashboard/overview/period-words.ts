import { i18n } from '#i18n'
import type { Periods } from '../../../lib/payment/limits'
import type { Period } from '../../../lib/store/overview'

/** What a period counts: `Today`, or `Last 24 hours` where the user counts that way. */
export function periodWords(name: Period['name'], periods: Periods | undefined): string {
  const rolling = periods === 'rolling'
  switch (name) {
    case 'day':
      return rolling ? i18n.t('overview.rollingDay') : i18n.t('overview.day')
    case 'week':
      return rolling ? i18n.t('overview.rollingWeek') : i18n.t('overview.week')
    case 'month':
      return rolling ? i18n.t('overview.rollingMonth') : i18n.t('overview.month')
    case 'total':
      return i18n.t('overview.total')
  }
}
