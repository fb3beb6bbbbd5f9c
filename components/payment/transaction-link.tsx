import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { i18n } from '#i18n'
import { transactionUrl } from '../../lib/payment/networks'
import { LINK } from '../ui/link'

const HASH = /^0x[0-9a-f]{64}$/i

interface Props {
  networkId: string
  transaction: string
  children: ReactNode
}

/** Link to the transaction on the network's explorer. */
export function TransactionLink({ networkId, transaction, children }: Props) {
  // The hash may be only the server's claim: nothing but a hash makes a link.
  const url = HASH.test(transaction) ? transactionUrl(networkId, transaction) : undefined
  if (!url) return <span className="code text-sm">{children}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer" title={transaction} className={LINK}>
      {children}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">({i18n.t('common.opensInTab')})</span>
    </a>
  )
}
