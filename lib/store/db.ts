import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie'
import { type Acquaintance, acquaintanceKey, getToKnow } from '../payment/acquaintance'
import { wasSigned } from '../payment/lifecycle'
import type { Limits, SiteRule } from '../payment/limits'
import type { Payment } from '../payment/payment'
import { thingOf } from '../payment/purchase'
import { type TotalRow, totalsOf } from '../payment/totals'
import type { ProblemData } from '../problem'
import type { Account } from '../wallet/accounts'
import type { Attempts } from '../wallet/throttle'
import type { VaultFile } from '../wallet/vault'
import type { VaultFileV1 } from '../wallet/vault-v1'
import { versioned } from './versioned'

/** What the user set, one row a setting. */
export type Setting =
  | { key: 'limits'; value: Limits }
  /** RPC endpoints of the user's own, by CAIP-2 id. */
  | { key: 'rpcUrls'; value: Record<string, string> }
  /** Networks that the user has switched off, by CAIP-2 id. */
  | { key: 'disabledNetworks'; value: string[] }
  | { key: 'autoLock'; value: AutoLock }
  | { key: 'attention'; value: Attention }

/** When the wallet locks by itself. */
export interface AutoLock {
  /** Without use; `null` leaves it open until the browser closes. */
  minutes: number | null
  /** With the screen of the machine, where the browser tells. */
  onSystemLock: boolean
}

/** How the wallet calls the user. */
export interface Attention {
  /** The popup opens by itself when the page in front asks for payment. */
  openPopup: boolean
  /** Payments made by the limits that the system tells of: from this many micro-dollars, or none. */
  notifyFrom: bigint | null
}

/** The account that pays on one site, where it is not the one that pays everywhere. */
export interface SiteAccountRow {
  site: string
  accountId: string
}

export type SiteRuleRow = SiteRule & { site: string }

/** The user's word on one payee on one site, both origins. */
export type PairRuleRow = SiteRule & { site: string; payee: string }

/** Last known balance of one token, atomic units. */
export interface BalanceRow {
  /** `account network asset`, see `balanceKey`. */
  key: string
  amount: bigint
  /** Milliseconds since 1970. */
  at: number
  /** The last look-up failed; `amount` is older. */
  stale?: boolean
}

/** A 402 of a tab's page that cannot be paid: one clear line in the popup. */
export interface NoticeRow {
  tabId: number
  documentId: string
  site: string
  url: string
  problem: ProblemData
  at: number
}

/** The encrypted wallet. The address is public; everything else is sealed. */
export interface WalletRow {
  id: 'main'
  /** Of the account that pays. */
  address: `0x${string}`
  /** The user has confirmed the words, or brought them along. */
  backedUp: boolean
  /** One of the first version becomes one of this version when it is opened. */
  vault: VaultFile | VaultFileV1
}

class TuppenceDb extends Dexie {
  payments!: EntityTable<Payment, 'id'>
  settings!: EntityTable<Setting, 'key'>
  totals!: Table<TotalRow, [string, string, number]>
  acquaintances!: EntityTable<Acquaintance, 'key'>
  siteRules!: EntityTable<SiteRuleRow, 'site'>
  pairRules!: Table<PairRuleRow, [string, string]>
  balances!: EntityTable<BalanceRow, 'key'>
  notices!: EntityTable<NoticeRow, 'tabId'>
  wallet!: EntityTable<WalletRow, 'id'>
  accounts!: EntityTable<Account, 'id'>
  siteAccounts!: EntityTable<SiteAccountRow, 'site'>
  attempts!: EntityTable<Attempts & { id: 'open' }, 'id'>

  constructor() {
    // A signature that leaves must be on the disk first, even if the power goes: about 1 ms a write.
    super('tuppence', { chromeTransactionDurability: 'strict', indexedDB: versioned as IDBFactory })
    this.version(1).stores({
      payments:
        'id, state, createdAt, spentAt, site, purchase, request.documentId, [request.tabId+state]',
      settings: 'key',
      siteRules: 'site',
      balances: 'key',
      notices: 'tabId',
      wallet: 'id',
    })
    this.version(2)
      .stores({
        payments:
          'id, state, createdAt, updatedAt, spentAt, lookAt, site, purchase, request.documentId, [request.tabId+state]',
        totals: '[scope+grain+start]',
        acquaintances: 'key, site',
        pairRules: '[site+payee], site',
      })
      .upgrade(addUpHistory)
    // The account of a wallet from before is written when it is opened next: what it is made of is
    // sealed.
    this.version(3).stores({
      accounts: 'id, &address, order',
      siteAccounts: 'site, accountId',
      attempts: 'id',
    })
    // What was bought before is found by what it is, and how it ended, without reading it all.
    this.version(4)
      .stores({
        payments:
          'id, state, createdAt, updatedAt, spentAt, lookAt, site, [request.tabId+state], [request.documentId+state], [request.documentId+request.ticket], [thing+state], [thing+state+spentAt], [thing+request.documentId+state+spentAt]',
      })
      .upgrade(nameThings)
    // What is not in dollars is seldom, and found without reading what is.
    this.version(5).stores({
      payments:
        'id, state, createdAt, updatedAt, spentAt, lookAt, site, [request.tabId+state], [request.documentId+state], [request.documentId+request.ticket], [thing+state], [thing+state+spentAt], [thing+request.documentId+state+spentAt], [terms.currency+spentAt]',
    })
  }
}

/** What earlier versions read from the whole history is there from now on. */
async function addUpHistory(transaction: Transaction): Promise<void> {
  const payments = await transaction.table<Payment>('payments').orderBy('createdAt').toArray()
  await transaction.table('totals').bulkPut(totalsOf(payments))
  const known = new Map<string, Acquaintance>()
  for (const payment of payments.filter(({ state }) => wasSigned(state))) {
    const key = acquaintanceKey(payment)
    known.set(key, getToKnow(known.get(key), payment, payment.createdAt))
  }
  await transaction.table('acquaintances').bulkPut([...known.values()])
}

/** Names the thing of each payment, and adds up what went from one site to one payee. */
async function nameThings(transaction: Transaction): Promise<void> {
  const table = transaction.table<Payment>('payments')
  await table.toCollection().modify((payment) => {
    payment.thing = thingOf(payment)
  })
  await transaction.table('totals').clear()
  await transaction.table('totals').bulkPut(totalsOf(await table.toArray()))
}

export const db = new TuppenceDb()
