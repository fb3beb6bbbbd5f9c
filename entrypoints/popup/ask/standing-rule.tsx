import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { useLimits, useSiteRule } from '../../../components/hooks/use-limits'
import { hostOf } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { Disclosure } from '../../../components/ui/disclosure'
import { LINK } from '../../../components/ui/link'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import { formatUsd } from '../../../lib/payment/money'
import type { Payment } from '../../../lib/payment/payment'
import type { Reason } from '../../../lib/payment/policy'
import { dashboardUrl } from '../dashboard-url'

/** These are always asked about, whatever the rule of the site. */
const ALWAYS_ASKS: readonly Reason['code'][] = [
  'other_payee',
  'insecure_page',
  'frame_asks',
  'private_window',
  'read_again',
  'page_retries',
  'submit_again',
]

/** The offer to pay as much as this here without asking from now on. */
export function StandingRule({ payment }: { payment: Payment }) {
  const limits = useLimits()
  const rule = useSiteRule(payment.site)
  const command = useCommand()
  if (!limits || rule === undefined) return null
  if (payment.reasons.some(({ code }) => ALWAYS_ASKS.includes(code))) return null

  const { microUsd } = payment.terms
  // A rule is an amount in dollars.
  if (microUsd === undefined) return null
  const words = [formatUsd(microUsd), hostOf(payment.site)] as const
  const allowed = rule?.mode === 'auto' && rule.perPayment >= microUsd
  const allow = () =>
    command.run(() =>
      sendCommand('setSiteRule', {
        site: payment.site,
        rule: { mode: 'auto', perPayment: microUsd.toString() },
      }),
    )

  return (
    <Disclosure title={i18n.t('standing.title')}>
      <div className="flex flex-col gap-2 text-sm">
        <p role="status" className={allowed ? 'font-medium text-good wrap-anywhere' : 'sr-only'}>
          {allowed &&
            (limits.autoApprove
              ? i18n.t('standing.done', [...words])
              : i18n.t('standing.saved', [...words]))}
        </p>
        {!allowed && (
          <Button className="w-full wrap-anywhere" inert={command.busy} onClick={allow}>
            {i18n.t('standing.offer', [...words])}
          </Button>
        )}
        <ProblemNote problem={command.problem} />
        <p className="text-muted">
          {limits.autoApprove ? i18n.t('standing.day') : i18n.t('standing.off')}{' '}
          {!limits.autoApprove && (
            <a href={dashboardUrl('/limits')} target="_blank" rel="noreferrer" className={LINK}>
              {i18n.t('standing.openLimits')}
            </a>
          )}
        </p>
      </div>
    </Disclosure>
  )
}
