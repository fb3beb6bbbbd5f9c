import { useRef } from 'react'
import { i18n } from '#i18n'
import { useArmed } from '../../../components/hooks/use-armed'
import { useCommand } from '../../../components/hooks/use-command'
import { useLimits, usePairRule, useSiteRule } from '../../../components/hooks/use-limits'
import { hostOf } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { LINK } from '../../../components/ui/link'
import { ProblemNote } from '../../../components/ui/problem-note'
import type { SiteRuleMessage } from '../../../lib/messages'
import { ruleFor } from '../../../lib/payment/limits'
import type { Payment } from '../../../lib/payment/payment'
import type { Reason } from '../../../lib/payment/policy'
import { formatUsd } from '../../../lib/words/money'
import { dashboardUrl } from '../dashboard-url'
import { ruleMessage, ruleToRemember, setRule } from '../remember/remembered'
import { useView } from '../view'

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
  const { remember, remembered } = useView()
  if (!limits || ofSite === undefined || ofPair === undefined) return null
  if (payment.reasons.some(({ code }) => NO_OFFER.has(code))) return null

  const { microUsd } = payment.terms
  // A rule is an amount in dollars.
  if (microUsd === undefined) return null
  const isPair = payeeOrigin !== site
  const payee = isPair ? payeeOrigin : undefined
  const stored = isPair ? ofPair : ofSite
  const { testnet } = payment.terms
  const inForce = ruleFor(stored ?? undefined, testnet)
  const allowed = inForce?.mode === 'auto' && inForce.perPayment >= microUsd
  const rule = ruleToRemember(stored, microUsd, testnet)
  if (!allowed && !rule) return null
  const words = isPair ? pairWords(payment, microUsd) : siteWords(payment, microUsd)
  const allow = (made: SiteRuleMessage) =>
    command.run(async () => {
      await setRule({ site, payee }, made)
      const said = limits.autoApprove ? words.done : words.saved
      remember({ site, payee, rule: made, before: ruleMessage(stored), words: said })
    })
  const isNew = remembered?.site === site && remembered.payee === payee

  return (
    <section
      aria-labelledby="standing"
      className="flex flex-col gap-1 border-t border-line px-5 pt-2.5 pb-3 text-sm"
    >
      <h2 id="standing" className="font-medium text-muted">
        {i18n.t('standing.title')}
      </h2>
      {allowed && !isNew && (
        <p className="font-medium text-good wrap-anywhere">
          {limits.autoApprove ? words.done : words.saved}
        </p>
      )}
      {!allowed && rule && (
        <RuleButton
          armingKey={`${payment.id} ${words.offer}`}
          inert={command.busy}
          onAllow={() => allow(rule)}
        >
          {words.offer}
        </RuleButton>
      )}
      <ProblemNote problem={command.problem} />
      <p className="text-xs text-muted wrap-anywhere">
        {words.only} {limits.autoApprove ? i18n.t('standing.day') : i18n.t('standing.off')}{' '}
        {!limits.autoApprove && (
          <a href={dashboardUrl('/limits')} target="_blank" rel="noreferrer" className={LINK}>
            {i18n.t('standing.openLimits')}
          </a>
        )}
      </p>
    </section>
  )
}

interface RuleButtonProps {
  /** Names what is on the screen; when it changes, the button disarms. */
  armingKey: string
  inert: boolean
  onAllow: () => void
  children: string
}

/** What it allows is paid without asking from now on: it is armed as Pay is. */
function RuleButton({ armingKey, inert, onAllow, children }: RuleButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const armed = useArmed(armingKey, button)
  return (
    <Button
      ref={button}
      look="quiet"
      className="w-full wrap-anywhere"
      inert={inert || !armed}
      onClick={onAllow}
    >
      {children}
    </Button>
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
