import { defineExtensionMessaging } from '@webext-core/messaging'
import type { Periods, SiteRule } from './payment/limits'
import type { VaultCommands } from './vault-messages'
import type { Arrival } from './wallet/top-up'

/**
 * Commands of the user interface to the worker. Only extension pages may send them: each handler
 * checks the sender. Amounts cross as decimal strings (a bigint throws in messaging). A refused
 * command rejects with an error that carries `code` and `details` (`lib/problem.ts`).
 */
export interface Commands extends VaultCommands {
  /** `terms` is the digest of what was on the screen: what is displayed is what is signed. */
  approve(input: { paymentId: string; terms: string }): void
  decline(input: { paymentId: string }): void
  /** Has another account pay what waits: from then on it is what was on the screen. */
  choosePayer(input: { paymentId: string; accountId: string }): void
  /** Makes the request again without a payment: what was bought before may still be open. */
  openUnpaid(input: { paymentId: string }): void
  /** Sends the same signed payload again; never a second signature. */
  retry(input: { paymentId: string }): void

  /** Makes a signature that was not used worthless on its chain; costs gas. */
  cancelPayment(input: { paymentId: string }): void

  setLimits(input: LimitsMessage): void
  /** Counts the allowance (`total`) from now on. */
  restartTotal(): void
  setSiteRule(input: { site: string; rule: SiteRuleMessage | null }): void
  /** The user's word on one payee on one site. */
  setPairRule(input: { site: string; payee: string; rule: SiteRuleMessage | null }): void
  /** Makes a site a stranger again: its rules go, and what is known of it. The history stays. */
  forgetSite(input: { site: string }): void
  /** `notifyFrom` in micro-dollars. */
  setAttention(input: { openPopup: boolean; notifyFrom: string | null }): void
  setNetworkEnabled(input: { networkId: string; enabled: boolean }): void
  /** Asks the server first: one of another chain is refused, one that is silent is taken. */
  setRpcUrl(input: { networkId: string; url: string | null }): RpcReport | null
  /** Asks a server, by default the one in use, without keeping it. */
  testRpc(input: { networkId: string; url: string | null }): RpcReport
  /** Looks up the balances that matter: see `holdings`. */
  refreshBalances(): void
  /** Looks up those of one account; with `all`, every token of every network that is on. */
  refreshAccount(input: { address: string; all: boolean }): void

  /** The other wallets (EIP-6963) that the page of a tab offers. */
  discoverExternal(input: { tabId: number }): ExternalWallet[]
  /** Has one of them show its accounts, the one in use first. */
  connectExternal(input: { tabId: number; rdns: string }): string[]
  /** Has one of them send tokens to our account. Gives the transaction, as it says. */
  topUpFromExternal(input: TopUp & { tabId: number; rdns: string }): string
  /** Asks the chain whether that transaction has brought the money. */
  checkTopUp(input: TopUp & { transaction: string }): Arrival
}

/** Another wallet as it announces itself; the page can say anything here. */
export interface ExternalWallet {
  rdns: string
  name: string
  /** A `data:` picture. */
  icon?: string
}

/** Money on its way to our account; the amount in atomic units. */
export interface TopUp {
  account: string
  networkId: string
  asset: string
  amount: string
}

/** What a server of a network said of itself. A wrong one is a problem, not a report. */
export type RpcReport =
  | { reachable: true; chainId: number; latencyMs: number }
  | { reachable: false }

/** A `SiteRule` as it crosses: micro-dollars as a decimal string. */
export type SiteRuleMessage =
  | { mode: Exclude<SiteRule['mode'], 'auto'> }
  | {
      mode: 'auto'
      perPayment: string
      perDay?: string | null | undefined
      perMonth?: string | null | undefined
      /** For test money only. */
      testOnly?: true | undefined
    }

/** `Limits` as they cross: micro-dollars as decimal strings. What is absent has no limit. */
export interface LimitsMessage {
  autoApprove: boolean
  perPayment: string
  perDay: string
  perMonth?: string | null | undefined
  perSiteDay?: string | null | undefined
  /** An allowance; the same amount as before goes on counting. */
  total?: string | null | undefined
  periods?: Periods | undefined
}

export const { sendMessage: sendCommand, onMessage: onCommand } =
  defineExtensionMessaging<Commands>()
