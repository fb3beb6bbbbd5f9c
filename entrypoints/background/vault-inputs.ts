import { z } from 'zod'
import { MAX_LOCK_MINUTES } from '../../lib/store/auto-lock'
import type { VaultCommands } from '../../lib/vault-messages'
import { MAX_BACKUP_CHARS } from '../../lib/wallet/backup-size'
import { base64Of } from '../../lib/wallet/base64'
import { passkeyParameters } from '../../lib/wallet/vault-lock'
import { webOrigin } from './urls'

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

const passphrase = z.string().max(1000)
const prf = base64Of(32)
const credential = z.union([z.strictObject({ passphrase }), z.strictObject({ prf })])
const phrase = z.string().max(1000)
const privateKey = z.string().max(100)
const accountId = z.uuid()
/** Without what cannot be seen, or turns what follows around. */
const name = z
  .string()
  .max(200)
  .transform((text) => text.replace(UNSEEN, ' ').trim())
  .pipe(z.string().max(60))
const passkey = passkeyParameters.extend({ prf, name: name.optional() })
const address = z.string().max(100)
const site = z.string().refine((site) => webOrigin(site) === site)
const nothing = z.undefined().or(z.null())
const file = z.string().max(MAX_BACKUP_CHARS)

/** The shape of every input of the commands about keys, accounts and locks. */
export const vaultInputs = {
  createWallet: z.object({
    secret: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('phrase'), phrase }),
      z.object({ kind: z.literal('privateKey'), privateKey }),
    ]),
    passphrase: passphrase.optional(),
    passkey: passkey.optional(),
    backedUp: z.boolean(),
  }),
  unlock: z.object({ passphrase }),
  unlockWithPasskey: z.object({ prf }),
  lock: nothing,
  addAccount: z.object({ keyId: z.uuid().optional(), name: name.optional() }),
  importPrivateKey: z.object({ privateKey, name: name.optional(), credential }),
  importPhrase: z.object({ phrase, name: name.optional(), credential }),
  addWatchOnly: z.object({ address, name: name.optional() }),
  addExternalAccount: z.object({
    address,
    rdns: z.string().regex(/^[\w.-]{3,100}$/),
    walletName: name.pipe(z.string().min(1)),
    name: name.optional(),
  }),
  renameAccount: z.object({ accountId, name }),
  removeAccount: z.object({ accountId, credential: credential.optional() }),
  setPayingAccount: z.object({ accountId }),
  setSiteAccount: z.object({ site, accountId: accountId.nullable() }),
  revealSecret: z.object({ accountId, what: z.enum(['phrase', 'privateKey']), credential }),
  confirmBackup: nothing,
  changePassphrase: z.object({ credential, passphrase }),
  addPasskey: z.object({ passkey, credential }),
  removeLock: z.object({ lockId: z.uuid(), credential }),
  setAutoLock: z.object({
    minutes: z.number().int().min(1).max(MAX_LOCK_MINUTES).nullable(),
    onSystemLock: z.boolean(),
  }),
  exportBackup: z.object({ passphrase, credential, withoutHistory: z.boolean().optional() }),
  importBackup: z.object({
    file,
    passphrase,
    credential: credential.optional(),
    withRules: z.boolean().optional(),
  }),
} satisfies Record<keyof VaultCommands, z.ZodType>
