import Dexie, { type EntityTable } from 'dexie'
import type { Limits, SiteRule } from '../payment/limits'
import type { Payment } from '../payment/payment'
import type { ProblemData } from '../problem'
import type { VaultFile } from '../wallet/vault'

/** What the user set, one row a setting. */
export type Setting =
  | { key: 'limits'; value: Limits }
  /** RPC endpoints of the user's own, by CAIP-2 id. */
  | { key: 'rpcUrls'; value: Record<string, string> }
  /** Networks that the user has switched off, by CAIP-2 id. */
  | { key: 'disabledNetworks'; value: string[] }

export type SiteRuleRow = SiteRule & { site: string }

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
  address: `0x${string}`
  /** The user has confirmed the words, or brought them along. */
  backedUp: boolean
  vault: VaultFile
}

class TuppenceDb extends Dexie {
  payments!: EntityTable<Payment, 'id'>
  settings!: EntityTable<Setting, 'key'>
  siteRules!: EntityTable<SiteRuleRow, 'site'>
  balances!: EntityTable<BalanceRow, 'key'>
  notices!: EntityTable<NoticeRow, 'tabId'>
  wallet!: EntityTable<WalletRow, 'id'>

  constructor() {
    super('tuppence')
    this.version(1).stores({
      payments:
        'id, state, createdAt, spentAt, site, purchase, request.documentId, [request.tabId+state]',
      settings: 'key',
      siteRules: 'site',
      balances: 'key',
      notices: 'tabId',
      wallet: 'id',
    })
  }
}

export const db = new TuppenceDb()
