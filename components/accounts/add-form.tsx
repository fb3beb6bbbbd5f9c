import type { FormEvent, ReactNode } from 'react'
import { i18n } from '#i18n'
import type { Command } from '../hooks/use-command'
import { FormEnd } from '../ui/form-end'

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
      <FormEnd
        command={command}
        action={i18n.t('accounts.addButton')}
        cancel={i18n.t('common.back')}
        onCancel={onBack}
      />
    </form>
  )
}
