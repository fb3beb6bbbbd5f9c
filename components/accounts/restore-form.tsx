import { useState } from 'react'
import type { BackupReport } from '../../lib/vault-messages'
import { useWallet } from '../hooks/use-wallet'
import { RestoreBeside } from './restore-beside'
import { RestoreFirst } from './restore-first'

interface Props {
  onDone: (report: BackupReport) => void
  onCancel: () => void
}

/**
 * Takes a backup file in, whole or not at all. Without a wallet, the file becomes the wallet; beside
 * one that is there, it also needs what opens that one.
 */
export function RestoreForm(props: Props) {
  const wallet = useWallet()
  if (wallet === undefined) return null
  return <Form hasWallet={wallet !== null} {...props} />
}

/** Stays what it was at first, though there is a wallet once it is done. */
function Form({ hasWallet, ...props }: Props & { hasWallet: boolean }) {
  const [isBeside] = useState(hasWallet)
  return isBeside ? <RestoreBeside {...props} /> : <RestoreFirst {...props} />
}
