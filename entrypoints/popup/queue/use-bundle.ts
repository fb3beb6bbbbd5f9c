import { useLiveQuery } from 'dexie-react-hooks'
import type { Payment } from '../../../lib/payment/payment'
import { type ShownBundle, shownBundle } from '../../../lib/store/bundle'

interface Shown {
  /** `undefined` while it is read, `null` where nothing can be approved together. */
  bundle: ShownBundle | null | undefined
  /** Whether the bundle was made of the very payments that are on the screen now. */
  isCurrent: boolean
}

/** What of these payments can be approved together. */
export function useBundle(payments: readonly Payment[]): Shown {
  const key = payments.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join()
  const read = useLiveQuery(
    async () => ({ key, bundle: payments.length > 1 ? await shownBundle(payments) : null }),
    [key],
  )
  return { bundle: read?.bundle, isCurrent: read?.key === key }
}
