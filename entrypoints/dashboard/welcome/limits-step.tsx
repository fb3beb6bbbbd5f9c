import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import {
  type LimitName,
  type LimitsDraft,
  limitsMessage,
  readLimits,
  suggestedDraft,
} from '../../../components/limits/limits-draft'
import type { Faults } from '../../../components/limits/typed-amounts'
import { Field } from '../../../components/ui/field'
import { ProblemNote } from '../../../components/ui/problem-note'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { type LimitsMessage, sendCommand } from '../../../lib/messages'
import { fieldText } from '../../../lib/words/money'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

const SHOWN = ['perPayment', 'perDay', 'perMonth'] as const

const SUGGESTION: LimitsDraft = {
  ...suggestedDraft(),
  perMonth: fieldText(10_000_000n),
  perSiteDay: '',
  total: '',
  periods: 'calendar',
}

const ASK_ALWAYS: LimitsMessage = { autoApprove: false, perPayment: '0', perDay: '0' }

/** What may be paid without asking. */
export function LimitsStep({ onNext }: { onNext: () => Promise<void> }) {
  const [way, setWay] = useState<'auto' | 'ask'>('auto')
  const [draft, setDraft] = useState(SUGGESTION)
  const [faults, setFaults] = useState<Faults<LimitName>>({})
  const command = useCommand()

  function type(name: LimitName, text: string) {
    setFaults({})
    setDraft({ ...draft, [name]: text })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const reading = readLimits(draft)
    if (way === 'auto' && 'faults' in reading) return setFaults(reading.faults)
    const limits =
      way === 'auto' && 'amounts' in reading
        ? limitsMessage(true, reading.amounts, draft.periods)
        : ASK_ALWAYS
    void command.run(async () => {
      await sendCommand('setLimits', limits)
      await onNext()
    })
  }

  return (
    <StepFrame title={i18n.t('welcome.limitsTitle')}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <SegmentedChoice
          label={i18n.t('welcome.limitsWay')}
          value={way}
          choices={[
            { value: 'auto', name: i18n.t('welcome.limitsAuto') },
            { value: 'ask', name: i18n.t('welcome.limitsAsk') },
          ]}
          onChange={setWay}
        />
        <p className="text-muted">
          {way === 'auto' ? i18n.t('welcome.limitsAutoText') : i18n.t('welcome.limitsAskText')}
        </p>
        {way === 'auto' && (
          <div className="grid gap-4 sm:grid-cols-3">
            {SHOWN.map((name) => {
              const fault = faults[name]
              return (
                <Field
                  key={name}
                  label={i18n.t(`limits.${name}`)}
                  prefix="$"
                  inputMode="decimal"
                  value={draft[name]}
                  error={fault && i18n.t(`limits.${fault}`)}
                  onChange={(event) => type(name, event.target.value)}
                />
              )
            })}
          </div>
        )}
        <ProblemNote problem={command.problem} />
        <StepButtons
          next={i18n.t('common.continue')}
          busy={command.busy}
          other={i18n.t('welcome.later')}
          onOther={onNext}
        />
      </form>
    </StepFrame>
  )
}
