import { useEffect } from 'react'
import { useClipboard } from '../../components/hooks/use-clipboard'
import { useUnlocked } from '../../components/hooks/use-unlocked'
import { useWallet } from '../../components/hooks/use-wallet'
import { Reading } from '../../components/ui/safety-net'
import { sendCommand } from '../../lib/messages'
import { Header } from './header'
import { Home } from './home/home'
import { Locked } from './locked/locked'
import { NoWallet } from './locked/no-wallet'
import { LostFailure } from './lost-failure'
import { PaymentCard } from './payment-card'
import { BulkNote } from './queue/bulk-note'
import { RememberedToast } from './remember/remembered-toast'
import { useOwnWindow } from './use-own-window'
import { useQueue } from './use-queue'
import { type CurrentTab, useTab } from './use-tab'

export function App() {
  useClipboard()
  const tab = useTab()
  return tab ? <Popup tab={tab} /> : null
}

function Popup({ tab }: { tab: CurrentTab }) {
  const wallet = useWallet()
  const unlocked = useUnlocked()
  const queue = useQueue(tab.id)
  const address = wallet?.address
  useOwnWindow(queue)

  useEffect(() => {
    // Balances on the screen are last known ones; they are looked up anew, and may stay as they are.
    if (address) sendCommand('refreshBalances').catch(() => undefined)
  }, [address])

  if (wallet === undefined || unlocked === undefined || !queue) return <Reading />
  return (
    <>
      <Header hasWallet={wallet !== null} unlocked={unlocked} />
      <main className="px-4 pb-4">
        <LostFailure shownId={queue.shown?.payment.id} />
        <BulkNote />
        {wallet === null ? (
          <NoWallet waiting={queue.waiting} />
        ) : !unlocked ? (
          <Locked waiting={queue.waiting} />
        ) : queue.shown ? (
          <PaymentCard queue={queue} shown={queue.shown} account={wallet.address} tabId={tab.id} />
        ) : (
          <>
            <Home tab={tab} account={wallet.address} />
            <RememberedToast className="mt-3" />
          </>
        )}
      </main>
    </>
  )
}
