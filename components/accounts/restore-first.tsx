import type { FormEvent } from 'react'
import { i18n } from '#i18n'
import type { BackupReport } from '../../lib/vault-messages'
import { useCommand } from '../hooks/use-command'
import { useRestore } from '../hooks/use-restore'
import { Button } from '../ui/button'
import { CredentialProblem } from './credential-problem'
import { RestoreFields } from './restore-fields'

interface Props {
  onDone: (report: BackupReport) => void
  onCancel: () => void
}

/** A backup where there is no wallet yet. */
export function RestoreFirst({ onDone, onCancel }: Props) {
  const restore = useRestore()
  const command = useCommand()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (restore.check()) void command.run(async () => onDone(await restore.run()))
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-[0.9375rem] text-muted">{i18n.t('backup.whatComesNew')}</p>
      <RestoreFields restore={restore} />
      <CredentialProblem problem={command.problem} wait={0} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" inert={command.busy}>
          {command.busy ? i18n.t('backup.restoring') : i18n.t('backup.restoreButton')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('accounts.cancel')}
        </Button>
      </div>
    </form>
  )
}
