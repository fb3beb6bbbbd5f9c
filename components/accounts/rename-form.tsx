import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Account } from '../../lib/wallet/accounts'
import { useCommand } from '../hooks/use-command'
import { FormEnd } from '../ui/form-end'
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
        <FormEnd
          command={command}
          action={i18n.t('common.save')}
          cancel={i18n.t('accounts.cancel')}
          onCancel={onDone}
        />
      </form>
    </Panel>
  )
}
