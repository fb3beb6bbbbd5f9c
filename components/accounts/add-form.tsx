import type { FormEvent, ReactNode } from 'react'
import { i18n } from '#i18n'
import type { Command } from '../hooks/use-command'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'

interface Props {
  command: Command
  /** Adds the account. */
  onSubmit: () => void
  onBack: () => void
  children: ReactNode
}

/** The fields of an account that needs no passphrase, and the way on and back. */
export function AddForm({ command, onSubmit, onBack, children }: Props) {
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      <ProblemNote problem={command.problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" inert={command.busy}>
          {i18n.t('accounts.addButton')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {i18n.t('common.back')}
        </Button>
      </div>
    </form>
  )
}
