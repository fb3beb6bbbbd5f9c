import { useRef, useState } from 'react'
import { AccountActions, type AccountTask } from '../../../components/accounts/account-actions'
import { accountName } from '../../../components/accounts/account-words'
import { RemoveForm } from '../../../components/accounts/remove-form'
import { RenameForm } from '../../../components/accounts/rename-form'
import { Reveal } from '../../../components/accounts/reveal'
import { AddressBox } from '../../../components/wallet/address-box'
import type { Account } from '../../../lib/wallet/accounts'

interface Props {
  account: Account
  all: readonly Account[]
  pays: boolean
  onRemoved: () => void
}

/** One account: its whole address, and what can be done with it. */
export function AccountDetails({ account, all, pays, onRemoved }: Props) {
  const [task, setTask] = useState<AccountTask>()
  const heading = useRef<HTMLHeadingElement>(null)

  function close() {
    setTask(undefined)
    heading.current?.focus()
  }

  return (
    <div className="flex max-w-xl flex-col gap-4 border-t border-line pt-5">
      <div>
        <h3
          ref={heading}
          tabIndex={-1}
          className="mb-1.5 text-sm font-medium wrap-anywhere outline-none"
        >
          {accountName(account)}
        </h3>
        <AddressBox address={account.address} />
      </div>
      {task === undefined && <AccountActions account={account} pays={pays} onTask={setTask} />}
      {task === 'rename' && <RenameForm account={account} onDone={close} />}
      {task === 'remove' && (
        <RemoveForm account={account} all={all} onDone={close} onRemoved={onRemoved} />
      )}
      {(task === 'phrase' || task === 'privateKey') && (
        <Reveal account={account} what={task} onDone={close} />
      )}
    </div>
  )
}
