import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../hooks/use-command'
import { FormEnd } from '../ui/form-end'
import { isSameWord } from './phrase-check'
import { WordField } from './word-field'

interface Props {
  /** From 1. */
  position: number
  word: string
  onRight: () => Promise<void>
  onCancel: () => void
}

/** One of the words again, to know that they were written down. */
export function KeptWord({ position, word, onRight, onCancel }: Props) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const command = useCommand()

  function submit(event: FormEvent) {
    event.preventDefault()
    const isRight = isSameWord(word, typed)
    setWrong(!isRight)
    if (isRight) void command.run(onRight)
  }

  return (
    <form onSubmit={submit} className="flex max-w-sm flex-col gap-4">
      <WordField
        position={position}
        typed={typed}
        wrong={wrong}
        autoFocus
        onChange={(text) => {
          setWrong(false)
          setTyped(text)
        }}
      />
      <FormEnd
        command={command}
        action={i18n.t('unlock.confirmWord')}
        cancel={i18n.t('common.back')}
        onCancel={onCancel}
      />
    </form>
  )
}
