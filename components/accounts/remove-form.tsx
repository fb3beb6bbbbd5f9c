import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Credential } from '../../lib/vault-messages'
import { type Account, keyToRemove } from '../../lib/wallet/accounts'
import { useRefusal } from '../hooks/use-accounts'
import { useCommand } from '../hooks/use-command'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'
import { accountName } from './account-words'
import { CredentialForm } from './credential-form'
import { LossWords } from './loss-words'
import { Panel } from './panel'

interface Props {
  account: Account
  all: readonly Account[]
  onDone: () => void
  onRemoved: () => void
}

/** Says what would be lost, and asks for the passphrase where a key goes for good. */
export function RemoveForm({ account, all, onDone, onRemoved }: Props) {
  const command = useCommand()
  const refusal = useRefusal(account.id)
  const accountId = account.id
  const takesKey = keyToRemove(account, all) !== undefined

  async function remove(credential?: Credential) {
    await sendCommand('removeAccount', { accountId, credential })
    onRemoved()
  }

  return (
    <Panel title={i18n.t('accounts.removeTitle', [accountName(account)])}>
      {refusal === undefined ? null : refusal !== null ? (
        <>
          <ProblemNote problem={refusal} />
          <Keep onDone={onDone} />
        </>
      ) : takesKey ? (
        <CredentialForm action={i18n.t('accounts.remove')} run={remove} onCancel={onDone}>
          <LossWords account={account} takesKey />
        </CredentialForm>
      ) : (
        <>
          <LossWords account={account} />
          <ProblemNote problem={command.problem} />
          <div className="flex flex-wrap gap-2">
            <Button look="primary" inert={command.busy} onClick={() => command.run(() => remove())}>
              {i18n.t('accounts.remove')}
            </Button>
            <Keep onDone={onDone} />
          </div>
        </>
      )}
    </Panel>
  )
}

function Keep({ onDone }: { onDone: () => void }) {
  return (
    <Button look="quiet" className="self-start" onClick={onDone}>
      {i18n.t('accounts.removeKeep')}
    </Button>
  )
}
