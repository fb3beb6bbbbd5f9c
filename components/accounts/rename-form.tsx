import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Account } from '../../lib/wallet/accounts'
import { useCommand } from '../hooks/use-command'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'
import { accountName } from './account-words'
import { NameField } from './name-field'
import { Panel } from './panel'

interface Props {
  account: Account
  onDone: () => void
}

/** Another name for an account; without one it is numbered. */
export function RenameForm({ account, onDone }: Props) {
  const [name, setName] = useState(account.name)
  const command = useCommand()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const named = await command.run(() =>
      sendCommand('renameAccount', { accountId: account.id, name }),
    )
    if (named) onDone()
  }

  return (
    <Panel title={i18n.t('accounts.renameTitle', [accountName(account)])}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NameField label={i18n.t('accounts.name')} name={name} onChange={setName} />
        <ProblemNote problem={command.problem} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" inert={command.busy}>
            {i18n.t('common.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {i18n.t('accounts.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
