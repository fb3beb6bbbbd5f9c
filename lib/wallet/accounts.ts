import { getAddress, isAddress } from 'viem/utils'
import { z } from 'zod'
import { Problem } from '../problem'

const common = {
  id: z.uuid(),
  /** As the user calls it; empty until then. */
  name: z.string().max(60),
  /** With checksum (EIP-55). */
  address: z
    .templateLiteral(['0x', z.string()])
    .refine((text) => isAddress(text, { strict: false }) && getAddress(text) === text),
  /** Milliseconds since 1970. */
  createdAt: z.number().int().nonnegative(),
  /** Place in lists. */
  order: z.number().int().nonnegative(),
}

/** One account; all of this is public. What signs for it is in the keyring, or in another wallet. */
export const account = z.discriminatedUnion('kind', [
  /** Of a phrase, at a BIP-44 index. */
  z.object({
    ...common,
    kind: z.literal('derived'),
    keyId: z.uuid(),
    index: z.int().nonnegative(),
  }),
  z.object({ ...common, kind: z.literal('imported'), keyId: z.uuid() }),
  z.object({ ...common, kind: z.literal('watch') }),
  /** Signed for by another wallet of the browser (EIP-6963). */
  z.object({
    ...common,
    kind: z.literal('external'),
    rdns: z.string().max(100),
    walletName: z.string().max(60),
  }),
])
export type Account = z.infer<typeof account>

/** What makes an account what it is, before it has a place among the others. */
export type NewAccount = Account extends infer One
  ? One extends Account
    ? Omit<One, 'id' | 'createdAt' | 'order'>
    : never
  : never

/** The wallet itself signs for it. */
export function isOwn(account: Account): account is Extract<Account, { keyId: string }> {
  return account.kind === 'derived' || account.kind === 'imported'
}

/** Somebody can sign for it. */
export function canPay({ kind }: Account): boolean {
  return kind !== 'watch'
}

/** The key that nothing else needs once this account is gone. */
export function keyToRemove(account: Account, all: readonly Account[]): string | undefined {
  if (!isOwn(account)) return undefined
  const others = all.filter((one) => one.id !== account.id && isOwn(one))
  return others.some((one) => isOwn(one) && one.keyId === account.keyId) ? undefined : account.keyId
}

/** The lowest BIP-44 index of a phrase, at least `from`, that no account has. */
export function freeIndex(accounts: readonly Account[], keyId: string, from: number): number {
  const isTaken = (index: number) =>
    accounts.some((one) => one.kind === 'derived' && one.keyId === keyId && one.index === index)
  let index = from
  while (isTaken(index)) index += 1
  return index
}

/**
 * The account with a place among the others. One that was only watched, or that another wallet signs
 * for, becomes the wallet's own and keeps its name and place.
 * @throws {Problem} `account_exists`
 */
export function placed(added: NewAccount, accounts: readonly Account[], now: number): Account {
  const same = accounts.find(({ address }) => address === added.address)
  if (!same) {
    const order = Math.max(-1, ...accounts.map(({ order }) => order)) + 1
    return { ...added, id: crypto.randomUUID(), createdAt: now, order }
  }
  if (!isMore(added, same)) throw new Problem('account_exists')
  const { id, createdAt, order } = same
  return { ...added, id, createdAt, order, name: added.name || same.name }
}

/** Whether more can sign for the one than for the other of two accounts with one address. */
export function isMore(added: NewAccount, same: Account): boolean {
  if ('keyId' in added) return !isOwn(same)
  return added.kind === 'external' && same.kind === 'watch'
}

/** An address as typed, with checksum. @throws {Problem} `address_invalid`, also for a typing error */
export function normalizeAddress(text: string): `0x${string}` {
  const address = text.trim()
  const isPlain = address === address.toLowerCase() || /^0x[0-9A-F]{40}$/.test(address)
  if (!isAddress(address, { strict: !isPlain })) throw new Problem('address_invalid')
  return getAddress(address)
}
