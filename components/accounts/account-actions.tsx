import { Check, KeyRound, type LucideIcon, PencilLine, Text, Trash2 } from 'lucide-react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { type Account, canPay } from '../../lib/wallet/accounts'
import { useCommand } from '../hooks/use-command'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'
import { accountName, secretsOf } from './account-words'

/** What opens in place of the buttons. */
export type AccountTask = 'rename' | 'remove' | 'phrase' | 'privateKey'

interface Props {
  account: Account
  pays: boolean
  onTask: (task: AccountTask) => void
}

/** What can be done with one account. */
export function AccountActions({ account, pays, onTask }: Props) {
  const command = useCommand()
  const accountId = account.id
  const secrets = secretsOf(account)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{i18n.t('accounts.actions', [accountName(account)])}</legend>
      <div className="flex flex-wrap gap-2">
        {!pays && canPay(account) && (
          <Action
            icon={Check}
            name={i18n.t('accounts.payFrom')}
            inert={command.busy}
            onClick={() => command.run(() => sendCommand('setPayingAccount', { accountId }))}
          />
        )}
        <Action
          icon={PencilLine}
          name={i18n.t('accounts.rename')}
          onClick={() => onTask('rename')}
        />
        {secrets.includes('phrase') && (
          <Action
            icon={Text}
            name={i18n.t('accounts.showWords')}
            onClick={() => onTask('phrase')}
          />
        )}
        {secrets.includes('privateKey') && (
          <Action
            icon={KeyRound}
            name={i18n.t('accounts.showKey')}
            onClick={() => onTask('privateKey')}
          />
        )}
        <Action icon={Trash2} name={i18n.t('accounts.remove')} onClick={() => onTask('remove')} />
      </div>
      <ProblemNote problem={command.problem} />
    </fieldset>
  )
}

interface ActionProps {
  icon: LucideIcon
  name: string
  inert?: boolean
  onClick: () => void
}

function Action({ icon: Icon, name, inert = false, onClick }: ActionProps) {
  return (
    <Button inert={inert} onClick={onClick}>
      <Icon aria-hidden className="size-4" />
      {name}
    </Button>
  )
}
