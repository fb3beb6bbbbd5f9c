import { browser } from 'wxt/browser'
import { Problem } from '../problem'
import type { SigningKeys } from '../wallet/keyring'
import { db } from './db'

/**
 * The keys of the unlocked wallet, in `storage.session`: memory only, trusted contexts only (the
 * default access level), gone when the browser closes. It survives the worker, which the browser may
 * stop at any moment. Neither the phrase nor the passphrase is in it. Only the worker writes.
 */
const KEY = 'unlocked'
/** When it was used last. Apart from the keys: noting a use cannot bring back what was cleared. */
const USED = 'used'
/** Clocks are set right by less than this all the time. */
const CLOCK_TOLERANCE_MS = 60_000

/** Payments by limits keep the wallet open this long after somebody was there: a day's work. */
const MOST_ALONE_MS = 8 * 60 * 60_000

interface Session extends SigningKeys {
  /** Milliseconds since 1970. */
  since: number
  /** Locks after so long without use, milliseconds. */
  lockAfterMs: number | null
}

/** The account that pays, with its key. */
export interface Unlocked {
  address: `0x${string}`
  privateKey: `0x${string}`
  /** Milliseconds since 1970. */
  since: number
}

/** Nothing while the wallet is locked, or when another wallet signs for the account that pays. */
export async function getUnlocked(): Promise<Unlocked | undefined> {
  const session = await openSession()
  const wallet = session && (await db.wallet.get('main'))
  const privateKey = wallet && session.keys[wallet.address.toLowerCase()]
  return privateKey && { address: wallet.address, privateKey, since: session.since }
}

/** Whether the keys are at hand, whoever pays. */
export async function isUnlocked(): Promise<boolean> {
  return (await openSession()) !== undefined
}

/** The key of any of our own accounts; nothing while the wallet is locked. */
export async function keyOf(address: string): Promise<`0x${string}` | undefined> {
  return (await openSession())?.keys[address.toLowerCase()]
}

/** What is asked for at the very moment of signing. */
export interface Keys {
  /** @throws {Problem} `wallet_locked` */
  mustBeOpen(): void
  /** @throws {Problem} `wallet_locked`, `account_keyless` */
  of(address: string): `0x${string}`
}

/**
 * The keys at hand; nothing while the wallet is locked. Each look at them fails once the wallet has
 * been locked, one of them was taken away, or their time is over.
 */
export async function openKeys(): Promise<Keys | undefined> {
  // What is being taken away is not at hand any more.
  await last
  const before = timesTaken
  const { session, due } = await openUntil()
  if (!session) return undefined
  const mustBeOpen = () => {
    const isOver = due !== undefined && due <= Date.now()
    if (isOver || timesTaken !== before) throw new Problem('wallet_locked')
  }
  return {
    mustBeOpen,
    of: (address) => {
      mustBeOpen()
      const key = session.keys[address.toLowerCase()]
      if (!key) throw new Problem('account_keyless')
      return key
    },
  }
}

/** The extended key of a phrase, see `nodeOf`; nothing while the wallet is locked. */
export async function nodeOfKey(keyId: string): Promise<string | undefined> {
  return (await openSession())?.nodes[keyId]
}

export async function setUnlocked(keys: SigningKeys, lockAfterMs: number | null): Promise<void> {
  const now = Date.now()
  const session: Session = { ...keys, since: now, lockAfterMs }
  await inTurn(() => browser.storage.session.set({ [KEY]: session, [USED]: now }))
}

/** Changes the keys at hand, or the time after which they are cleared; a locked wallet has none,
 * nor has one whose time is over. */
export async function changeUnlocked(
  change: (session: Session) => Partial<Session>,
): Promise<void> {
  await inTurn(async () => {
    const session = await openSession()
    if (!session) return
    const changed = { ...session, ...change(session) }
    if (Object.keys(session.keys).some((address) => !(address in changed.keys))) timesTaken += 1
    await browser.storage.session.set({ [KEY]: changed })
  })
}

export async function clearUnlocked(): Promise<void> {
  timesTaken += 1
  await inTurn(() => browser.storage.session.remove([KEY, USED]))
}

/** Somebody works with the wallet: it does not lock for a while, unless its time is over already. */
export async function noteUse(): Promise<void> {
  await inTurn(async () => {
    if (await openSession()) await browser.storage.session.set({ [USED]: Date.now() })
  })
}

/**
 * When the wallet locks by itself, unless it is used before; nothing where it does not. A payment is
 * a use. A use in the future was noted by another clock: then it locks now.
 */
export async function lockDue(now = Date.now()): Promise<number | undefined> {
  return dueOf(await read(), now)
}

async function dueOf({ unlocked, used = 0 }: Stored, now: number): Promise<number | undefined> {
  if (!unlocked || unlocked.lockAfterMs === null) return undefined
  if (used > now + CLOCK_TOLERANCE_MS) return now
  const due = used + unlocked.lockAfterMs
  if (due > now) return due
  // What cannot be looked up keeps no wallet open.
  const paid = await lastPaid(used, now).catch(() => undefined)
  const latest = used + Math.max(unlocked.lockAfterMs, MOST_ALONE_MS)
  return Math.min((paid ?? used) + unlocked.lockAfterMs, latest)
}

async function lastPaid(since: number, now: number): Promise<number | undefined> {
  const lately = db.payments.where('spentAt').between(since, now, false, true)
  return (await lately.last())?.spentAt
}

/** Calls back with whether the wallet is unlocked, now and at each change. */
export function watchUnlocked(onChange: (unlocked: boolean) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEY]
    if (change) onChange(Boolean(change.newValue))
  }
  browser.storage.session.onChanged.addListener(listener)
  void read().then(({ unlocked }) => onChange(unlocked !== undefined))
  return () => browser.storage.session.onChanged.removeListener(listener)
}

async function openSession(): Promise<Session | undefined> {
  return (await openUntil()).session
}

/** The session, unless its time is over: the alarm that clears it may come late. */
async function openUntil(): Promise<{ session?: Session | undefined; due?: number | undefined }> {
  const stored = await read()
  const now = Date.now()
  const due = await dueOf(stored, now)
  return due !== undefined && due <= now ? {} : { session: stored.unlocked, due }
}

interface Stored {
  unlocked?: Session
  used?: number
}

/** Both in one: asking the browser takes longer than anything else here. */
function read(): Promise<Stored> {
  return browser.storage.session.get<Stored>([KEY, USED])
}

/** How often keys were taken away while this worker runs. */
let timesTaken = 0
let last: Promise<unknown> = Promise.resolve()

/** One change after the other: what was cleared meanwhile is not written again. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const next = last.then(change, change)
  last = next.catch(() => undefined)
  return next
}
