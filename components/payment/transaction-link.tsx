import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { i18n } from '#i18n'
import { transactionUrl } from '../../lib/payment/networks'
import { LINK } from '../ui/link'

interface Props {
  networkId: string
  transaction: string
  children: ReactNode
}

/** Link to the transaction on the network's explorer. */
export function TransactionLink({ networkId, transaction, children }: Props) {
  const url = transactionUrl(networkId, transaction)
  if (!url) return <span className="code text-sm">{children}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer" title={transaction} className={LINK}>
      {children}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">({i18n.t('common.opensInTab')})</span>
    </a>
  )
}
