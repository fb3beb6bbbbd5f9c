import { useEffect, useState } from 'react'
import { sendCommand, type TopUp } from '../../lib/messages'
import type { Arrival } from '../../lib/wallet/top-up'

const LOOK_MS = 2_000

export type SentTopUp = TopUp & { transaction: string }

/** Looks at the chain until a top-up has arrived or failed. */
export function useArrival(sent: SentTopUp | undefined): Arrival | undefined {
  const [found, setFound] = useState<{ transaction: string; arrival: Arrival }>()
  const over = found?.transaction === sent?.transaction && found?.arrival !== 'waiting'
  useEffect(() => {
    if (!sent || over) return
    const look = async () => {
      const arrival = await sendCommand('checkTopUp', sent).catch(() => 'waiting' as const)
      setFound({ transaction: sent.transaction, arrival })
    }
    void look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [sent, over])
  if (!sent) return undefined
  return found?.transaction === sent.transaction ? found.arrival : 'waiting'
}
