import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import {
  amountsOf,
  draftOf,
  type LimitAmounts,
  type LimitName,
  type LimitsDraft,
  limitsMessage,
  readLimits,
  suggestedDraft,
} from '../../../components/limits/limits-draft'
import { SUGGESTED } from '../../../components/limits/suggested-amount'
import { suggestedLimits } from '../../../components/limits/suggested-limits'
import type { Faults } from '../../../components/limits/typed-amounts'
import { Button } from '../../../components/ui/button'
import { Card } from '../../../components/ui/card'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Toggle } from '../../../components/ui/toggle'
import { sendCommand } from '../../../lib/messages'
import type { Limits, Periods } from '../../../lib/payment/limits'
import { formatUsd } from '../../../lib/words/money'
import { LimitFields } from './limit-fields'
import { PreviewLine } from './preview-line'
import { isSuggested } from './suggestion'

/** Paying without asking: the switch holds at once, the amounts hold with Save. */
export function AutoPay({ limits }: { limits: Limits }) {
  const [typed, setTyped] = useState(() => draftToBegin(limits))
  const [faults, setFaults] = useState<Faults<LimitName>>({})
  const [saved, setSaved] = useState(false)
  const command = useCommand()
  const draft = typed ?? draftOf(limits)

  function type(next: LimitsDraft) {
    setTyped(next)
    setFaults({})
    setSaved(false)
  }

  async function save(autoApprove: boolean, amounts: LimitAmounts, periods: Periods) {
    const message = limitsMessage(autoApprove, amounts, periods)
    return command.run(() => sendCommand('setLimits', message))
  }

  /** Off needs no amounts: it must work whatever the fields say. */
  async function switchOff() {
    await save(false, amountsOf(limits), limits.periods ?? 'calendar')
  }

  async function saveAmounts(autoApprove: boolean) {
    const reading = readLimits(draft)
    if ('faults' in reading) return setFaults(reading.faults)
    if (!(await save(autoApprove, reading.amounts, draft.periods))) return
    setTyped(undefined)
    setSaved(true)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void saveAmounts(limits.autoApprove)
  }

  return (
    <Card className="mb-6 p-6">
      <Toggle
        size="large"
        label={i18n.t('limits.auto')}
        hint={i18n.t('limits.autoText')}
        checked={limits.autoApprove}
        onChange={(on) => void (on ? saveAmounts(true) : switchOff())}
      />
      <form onSubmit={submit} className="mt-5 flex flex-col gap-4">
        <LimitFields draft={draft} faults={faults} onChange={type} />
        <PreviewLine draft={draft} />
        <ProblemNote problem={command.problem} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" inert={command.busy}>
            {i18n.t('common.save')}
          </Button>
          {draft.perPayment === '' && draft.perDay === '' && (
            <Button look="quiet" onClick={() => type({ ...draft, ...suggestedDraft() })}>
              {i18n.t('limits.suggest', [
                formatUsd(SUGGESTED.perPayment),
                formatUsd(SUGGESTED.perDay),
              ])}
            </Button>
          )}
          <span role="status" className="text-sm font-medium text-good">
            {saved ? i18n.t('common.saved') : ''}
          </span>
        </div>
      </form>
    </Card>
  )
}

/** What the fields begin with where a link has brought a suggestion, and nothing is set yet. */
function draftToBegin(limits: Limits): LimitsDraft | undefined {
  const suggested = suggestedLimits(limits)
  return isSuggested() && suggested !== limits ? draftOf(suggested) : undefined
}
