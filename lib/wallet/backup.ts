import { z } from 'zod'
import { Problem, toProblemData } from '../problem'
import { MAX_BACKUP_CHARS } from './backup-size'
import { gunzip, gzip } from './gzip'
import { openVault, sealVault, vaultFile } from './vault'

const FORMAT = 'tuppence-backup'
const VERSION = 1

const backupFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  vault: z.unknown(),
})
/** What every version of the format begins with. */
const anyVersion = z.object({ format: z.literal(FORMAT), version: z.number() })
const START = `{"format":"${FORMAT}"`

/**
 * The text of a backup file: JSON (any amounts in it as decimal strings), packed, in a vault of its
 * own with one passphrase.
 * @throws {Problem} `passphrase_too_short`; `backup_too_large` where it could not be opened again
 */
export async function sealBackup(content: unknown, passphrase: string): Promise<string> {
  const { file } = await sealVault('backup', await pack(content), [{ passphrase }])
  const text = JSON.stringify({ format: FORMAT, version: VERSION, vault: vaultFile.parse(file) })
  if (text.length > MAX_BACKUP_CHARS) throw new Problem('backup_too_large')
  return text
}

/** No text of a browser is that long either: it throws the same. */
async function pack(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await gzip(new TextEncoder().encode(JSON.stringify(content)))
  } catch (error) {
    throw error instanceof RangeError ? new Problem('backup_too_large') : error
  }
}

/**
 * The JSON in a backup file, whole or not at all.
 * @throws {Problem} `backup_foreign`, `backup_corrupt`, `backup_newer`, `passphrase_wrong`
 */
export async function openBackup(text: string, passphrase: string): Promise<unknown> {
  const { vault } = read(text)
  try {
    const { content } = await openVault(vault, 'backup', { passphrase })
    return JSON.parse(new TextDecoder().decode(await gunzip(content)))
  } catch (error) {
    const { code } = toProblemData(error, 'backup_corrupt')
    // Of the file, and not of the wallet that it is restored into.
    if (code === 'passphrase_wrong') throw new Problem(code, { of: 'file' })
    throw new Problem(code === 'vault_newer' ? 'backup_newer' : 'backup_corrupt')
  }
}

function read(text: string): z.infer<typeof backupFile> {
  const json = parse(text.trim())
  const known = anyVersion.safeParse(json)
  if (!known.success) {
    // What begins like one of ours and does not end like one was cut short or damaged.
    throw new Problem(text.trim().startsWith(START) ? 'backup_corrupt' : 'backup_foreign')
  }
  if (known.data.version > VERSION) throw new Problem('backup_newer')
  const file = backupFile.safeParse(json)
  if (!file.success) throw new Problem('backup_corrupt')
  return file.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
