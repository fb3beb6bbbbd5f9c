import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import {
  draftOf,
  type LimitsDraft,
  type LimitsFault,
  readLimits,
  SUGGESTED_DRAFT,
} from '../../../components/limits/limits-draft'
import { SUGGESTED } from '../../../components/limits/suggested-amount'
import { Button } from '../../../components/ui/button'
import { Card } from '../../../components/ui/card'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Toggle } from '../../../components/ui/toggle'
import { sendCommand } from '../../../lib/messages'
import type { Limits } from '../../../lib/payment/limits'
import { formatUsd } from '../../../lib/payment/money'
import { LimitFields } from './limit-fields'
import { SpentToday } from './spent-today'

type Faults = Partial<Record<keyof LimitsDraft, LimitsFault>>

/** Paying without asking: the switch holds at once, the amounts hold with Save. */
export function AutoPay({ limits }: { limits: Limits }) {
  const [typed, setTyped] = useState<LimitsDraft>()
  const [faults, setFaults] = useState<Faults>({})
  const [saved, setSaved] = useState(false)
  const command = useCommand()
  const draft = typed ?? draftOf(limits)

  function type(next: LimitsDraft) {
    setTyped(next)
    setFaults({})
    setSaved(false)
  }

  async function save(autoApprove: boolean, amounts: Pick<Limits, 'perPayment' | 'perDay'>) {
    const perPayment = amounts.perPayment.toString()
    const perDay = amounts.perDay.toString()
    return command.run(() => sendCommand('setLimits', { autoApprove, perPayment, perDay }))
  }

  async function saveAmounts(autoApprove: boolean) {
    const reading = readLimits(draft)
    if ('faults' in reading) return setFaults(reading.faults)
    if (!(await save(autoApprove, reading.limits))) return
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
        label={i18n.t('limits.auto')}
        hint={i18n.t('limits.autoText')}
        checked={limits.autoApprove}
        // Off needs no amounts: it must work whatever the fields say.
        onChange={(on) => void (on ? saveAmounts(true) : save(false, limits))}
      />
      <form onSubmit={submit} className="mt-5 flex flex-col gap-4">
        <LimitFields draft={draft} faults={faults} onChange={type} />
        <ProblemNote problem={command.problem} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" inert={command.busy}>
            {i18n.t('common.save')}
          </Button>
          {draft.perPayment === '' && draft.perDay === '' && (
            <Button look="quiet" onClick={() => type(SUGGESTED_DRAFT)}>
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
      <SpentToday perDay={limits.perDay} />
    </Card>
  )
}
