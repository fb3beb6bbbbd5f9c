import { i18n } from '#i18n'
import type { SiteRule } from '../../../lib/payment/limits'
import { formatUsd } from '../../../lib/words/money'

/** The user's word on a site in a few words. */
export function ruleWords(rule: SiteRule | undefined): string {
  switch (rule?.mode) {
    case undefined:
      return i18n.t('sites.ruleGeneral')
    case 'ask':
      return i18n.t('sites.ruleAsk')
    case 'auto':
      return [
        i18n.t('sites.ruleAuto', [formatUsd(rule.perPayment)]),
        ...(rule.testOnly ? [i18n.t('common.testMoney')] : []),
      ].join(' · ')
    case 'never':
      return i18n.t('sites.ruleNever')
  }
}
