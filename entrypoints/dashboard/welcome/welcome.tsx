import { useState } from 'react'
import { Redirect } from 'wouter'
import { useSetUp } from '../../../components/hooks/use-set-up'
import { useWallet } from '../../../components/hooks/use-wallet'
import { AfterWallet } from './after-wallet'
import { BeforeWallet } from './before-wallet'

/** Setting up: a wallet first, then what can wait, where it was left. */
export function Welcome({ hasWallet }: { hasWallet: boolean }) {
  // A wallet that appears while its making is still on the screen does not end that at once.
  const [isMaking, setIsMaking] = useState(!hasWallet)
  const wallet = useWallet()
  const reached = useSetUp()
  if (isMaking) return <BeforeWallet hasWallet={hasWallet} onDone={() => setIsMaking(false)} />
  if (!wallet || reached === undefined) return null
  if (reached === null) return <Redirect to="/wallet" replace />
  return <AfterWallet step={reached} account={wallet.address} />
}
