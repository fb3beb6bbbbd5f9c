import { useEffect, useState } from 'react'
import { NEWS_MS, type PopupQueue, popupQueue } from '../../components/payment/queue'
import type { Payment } from '../../lib/payment/payment'
import { watchRecent } from '../../lib/store/queries'
import { useView } from './view'

/** Offers older than this no longer have a page that waits. */
const LOOK_BACK_MS = 24 * 3_600_000

/** What the popup shows now, kept on the same payment until the user moves on. */
export function useQueue(tabId: number | undefined): PopupQueue | undefined {
  const { openedAt, currentId, dismissed, show } = useView()
  const [payments, setPayments] = useState<Payment[]>()
  useEffect(
    () =>
      watchRecent(openedAt - NEWS_MS, openedAt - LOOK_BACK_MS, {
        next: setPayments,
        // Thrown while drawing, where the safety net catches it.
        error: (cause) =>
          setPayments(() => {
            throw cause
          }),
      }),
    [openedAt],
  )
  const queue = payments && popupQueue(payments, { tabId, currentId, dismissed, openedAt })
  const shownId = queue?.shown?.payment.id

  useEffect(() => {
    if (shownId !== currentId && queue) show(shownId)
  }, [shownId, currentId, queue, show])

  return queue
}
