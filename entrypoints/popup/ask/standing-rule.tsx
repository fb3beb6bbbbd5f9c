import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { useLimits, usePairRule, useSiteRule } from '../../../components/hooks/use-limits'
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

/** These are asked about whatever rule there is, or are no moment to stop being asked. */
const NO_OFFER: ReadonlySet<Reason['code']> = new Set([
  'insecure_page',
  'frame_asks',
  'private_window',
  'read_again',
  'page_retries',
  'submit_again',
  'looks_like',
  'mixed_letters',
  'other_resource',
  'pay_to_changed',
  'price_unusual',
  'clock_differs',
  'external_wallet',
])

/** The offer to pay as much as this here, to whom it goes now, without asking from now on. */
export function StandingRule({ payment }: { payment: Payment }) {
  const { site, payeeOrigin } = payment
  const limits = useLimits()
  const ofSite = useSiteRule(site)
  const ofPair = usePairRule(site, payeeOrigin)
  const command = useCommand()
  if (!limits || ofSite === undefined || ofPair === undefined) return null
  if (payment.reasons.some(({ code }) => NO_OFFER.has(code))) return null

  const { microUsd } = payment.terms
  // A rule is an amount in dollars.
  if (microUsd === undefined) return null
  const isPair = payeeOrigin !== site
  const stored = isPair ? ofPair : ofSite
  const allowed = stored?.mode === 'auto' && stored.perPayment >= microUsd
  const words = isPair ? pairWords(payment, microUsd) : siteWords(payment, microUsd)
  const allow = () => {
    // Budgets that a rule has already stay as they are.
    const { perDay, perMonth } = stored?.mode === 'auto' ? stored : {}
    const rule = {
      mode: 'auto',
      perPayment: microUsd.toString(),
      perDay: perDay?.toString(),
      perMonth: perMonth?.toString(),
    } as const
    return command.run(() =>
      isPair
        ? sendCommand('setPairRule', { site, payee: payeeOrigin, rule })
        : sendCommand('setSiteRule', { site, rule }),
    )
  }

  return (
    <Disclosure title={i18n.t('standing.title')}>
      <div className="flex flex-col gap-2 text-sm">
        <p role="status" className={allowed ? 'font-medium text-good wrap-anywhere' : 'sr-only'}>
          {allowed && (limits.autoApprove ? words.done : words.saved)}
        </p>
        {!allowed && (
          <Button className="w-full wrap-anywhere" inert={command.busy} onClick={allow}>
            {words.offer}
          </Button>
        )}
        <ProblemNote problem={command.problem} />
        <p className="text-muted wrap-anywhere">
          {words.only} {limits.autoApprove ? i18n.t('standing.day') : i18n.t('standing.off')}{' '}
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

function siteWords({ site }: Payment, microUsd: bigint) {
  const words = [formatUsd(microUsd), hostOf(site)] as const
  return {
    offer: i18n.t('standing.offer', [...words]),
    done: i18n.t('standing.done', [...words]),
    saved: i18n.t('standing.saved', [...words]),
    only: '',
  }
}

function pairWords({ site, payeeOrigin }: Payment, microUsd: bigint) {
  const [at, to] = [hostOf(site), hostOf(payeeOrigin)]
  const words = [formatUsd(microUsd), at, to] as const
  return {
    offer: i18n.t('standing.pairOffer', [...words]),
    done: i18n.t('standing.pairDone', [...words]),
    saved: i18n.t('standing.pairSaved', [...words]),
    only: i18n.t('standing.pairOnly', [at, to]),
  }
}
