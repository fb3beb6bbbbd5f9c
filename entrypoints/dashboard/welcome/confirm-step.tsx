import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { isWordAt } from '../../../components/wallet/phrase-check'
import { WordField } from '../../../components/wallet/word-field'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  phrase: string
  positions: readonly number[]
  onBack: () => void
  onNext: () => void
}

/** Some of the words again, to know that they were kept. */
export function ConfirmStep({ phrase, positions, onBack, onNext }: Props) {
  const [typed, setTyped] = useState<Record<number, string>>({})
  const [checked, setChecked] = useState(false)
  const isRight = (position: number) => isWordAt(phrase, position, typed[position] ?? '')

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (positions.every(isRight)) onNext()
  }

  return (
    <StepFrame title={i18n.t('welcome.confirmTitle')}>
      <p className="text-muted">{i18n.t('welcome.confirmText')}</p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {positions.map((position) => (
          <WordField
            key={position}
            position={position}
            typed={typed[position] ?? ''}
            wrong={checked && !isRight(position)}
            onChange={(text) => {
              setChecked(false)
              setTyped({ ...typed, [position]: text })
            }}
          />
        ))}
        <StepButtons next={i18n.t('welcome.confirm')} onOther={onBack} />
      </form>
    </StepFrame>
  )
}
