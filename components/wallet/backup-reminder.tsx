import { useState } from 'react'
import { i18n } from '#i18n'
import { useAccounts } from '../hooks/use-accounts'
import { useWallet } from '../hooks/use-wallet'
import { KeepWords } from './keep-words'

/** Stands there until the words of the wallet were written down. Where they are, there is nothing. */
export function BackupReminder() {
  const wallet = useWallet()
  const accounts = useAccounts()
  const [kept, setKept] = useState(false)
  const account = accounts?.find(({ kind }) => kind === 'derived')
  if (kept) {
    return (
      <p role="status" className="rounded-2xl bg-good-soft px-5 py-4 font-medium text-good">
        {i18n.t('unlock.kept')}
      </p>
    )
  }
  if (!wallet || wallet.backedUp || !account) return null
  return <KeepWords accountId={account.id} onKept={() => setKept(true)} />
}
