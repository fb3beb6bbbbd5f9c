import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { i18n } from '#i18n'
import { AccountRow } from '../../../components/accounts/account-row'
import { accountName } from '../../../components/accounts/account-words'
import { AddAccount } from '../../../components/accounts/add-account'
import { Button } from '../../../components/ui/button'
import type { Account } from '../../../lib/wallet/accounts'
import { Section } from '../section'
import { AccountDetails } from './account-details'

interface Props {
  accounts: readonly Account[]
  paying: Account
  chosen: Account
  onChoose: (accountId: string) => void
}

/** All accounts, one more, and what can be done with the one that is chosen. */
export function AccountsSection({ accounts, paying, chosen, onChoose }: Props) {
  const [adding, setAdding] = useState(false)
  const [addedId, setAddedId] = useState<string>()
  const addButton = useRef<HTMLButtonElement>(null)
  const added = accounts.find(({ id }) => id === addedId)

  function close(accountId?: string) {
    setAdding(false)
    setAddedId(accountId)
    if (accountId) onChoose(accountId)
    addButton.current?.focus()
  }

  function choose({ id }: Account) {
    onChoose(id)
    setAdding(false)
    setAddedId(undefined)
  }

  return (
    <Section title={i18n.t('accounts.title')} text={i18n.t('accounts.text')}>
      <ul aria-label={i18n.t('accounts.list')} className="flex max-w-xl flex-col gap-2">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            all={accounts}
            pays={account.id === paying.id}
            chosen={accounts.length > 1 && account.id === chosen.id}
            onChoose={() => choose(account)}
          />
        ))}
      </ul>
      <div className="mt-3 mb-5 flex flex-col items-start gap-3">
        <Button
          ref={addButton}
          look="quiet"
          aria-expanded={adding}
          onClick={() => {
            setAdding(!adding)
            setAddedId(undefined)
          }}
        >
          <Plus aria-hidden className="size-4" />
          {i18n.t('accounts.add')}
        </Button>
        <p role="status" className={added ? 'text-sm font-medium text-good' : 'sr-only'}>
          {added && i18n.t('accounts.added', [accountName(added)])}
        </p>
        {adding && (
          <div className="w-full">
            <AddAccount all={accounts} onAdded={close} onCancel={() => close()} />
          </div>
        )}
      </div>
      {!adding && (
        <AccountDetails
          key={chosen.id}
          account={chosen}
          all={accounts}
          pays={chosen.id === paying.id}
          onRemoved={() => addButton.current?.focus()}
        />
      )}
    </Section>
  )
}
