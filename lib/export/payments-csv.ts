import type { Payment } from '../payment/payment'
import { BYTE_ORDER_MARK, csvRecord } from './csv'
import { decimalAmount, networkName, paidAt, urlWithoutQuery } from './payment-facts'
import { isoLocal } from './time'

/**
 * The columns of the CSV file, in their order; docs/EXPORT.md says what each one holds. New ones
 * are added at the end.
 */
const COLUMNS: readonly (readonly [name: string, cell: (payment: Payment) => string])[] = [
  ['time', (payment) => isoLocal(paidAt(payment))],
  ['state', ({ state }) => state],
  ['site', ({ site }) => site],
  ['payee', ({ payeeOrigin }) => payeeOrigin],
  ['description', ({ offer, title }) => offer.resource.description || title || ''],
  ['url', ({ request }) => urlWithoutQuery(request.url)],
  ['amount', decimalAmount],
  ['token', ({ terms }) => terms.symbol],
  ['currency', ({ terms }) => terms.currency],
  ['money', ({ terms }) => (terms.testnet ? 'test' : 'real')],
  ['network', ({ terms }) => networkName(terms.networkId)],
  ['network_id', ({ terms }) => terms.networkId],
  ['pay_to', ({ terms }) => terms.payTo],
  ['payer', ({ authorization }) => authorization?.payer ?? ''],
  ['transaction', ({ transaction }) => transaction ?? ''],
  ['approved_by', ({ approvedBy }) => approvedBy ?? ''],
  ['payment_id', ({ id }) => id],
]

/** What the file begins with. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvRecord(COLUMNS.map(([name]) => name))
}

/** Records of some payments: a file is made of as many such pieces as there are. */
export function csvBody(payments: readonly Payment[]): string {
  return payments.map((payment) => csvRecord(COLUMNS.map(([, cell]) => cell(payment)))).join('')
}
