import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { readAmount } from '../../../components/payment/amount-field'
import { Button } from '../../../components/ui/button'
import { Field } from '../../../components/ui/field'
import { fieldText } from '../../../lib/words/money'

interface Props {
  /** Micro-dollars. */
  microUsd: bigint
  onSave: (microUsd: bigint) => void
}

/** From which amount on the system tells of a payment. */
export function NotifyAmount({ microUsd, onSave }: Props) {
  const saved = fieldText(microUsd)
  const [typed, setTyped] = useState<string>()
  const [error, setError] = useState<string>()
  const text = typed ?? saved

  function save(event: FormEvent) {
    event.preventDefault()
    const reading = readAmount(text)
    if ('fault' in reading) return setError(i18n.t(`limits.${reading.fault}`))
    setTyped(undefined)
    onSave(reading.microUsd)
  }

  return (
    <form onSubmit={save} className="flex max-w-xs flex-col gap-2.5">
      <Field
        label={i18n.t('settings.notifyFrom')}
        prefix="$"
        inputMode="decimal"
        value={text}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value)
          setError(undefined)
        }}
      />
      <Button type="submit" className="self-start" inert={text === saved}>
        {i18n.t('common.save')}
      </Button>
    </form>
  )
}
