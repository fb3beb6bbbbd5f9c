import type { z } from 'zod'
import { Problem } from '../../problem'
import type { Offer, OfferedResource, PaymentRequirements } from '../offer'
import { faultIn, readAs } from '../read-as'
import { decodeBodyJson, decodeHeaderJson } from './codec'
import { envelopeV1, envelopeV2, requirementsV1, requirementsV2 } from './schema'

/** More entries than this are counted, not read. */
const MAX_ENTRIES = 32
/** An entry is kept with its payment. Real ones have 400 characters, some 2,000. */
const MAX_ENTRY_CHARS = 8 * 1024
/**
 * Servers take 16 KB of headers, the address included. The echo of `resource` is optional, and a
 * long address would not fit twice.
 */
const MAX_ECHOED_RESOURCE = 2048

/**
 * Reads the `PAYMENT-REQUIRED` header of a v2 server.
 * @throws {Problem} `terms_malformed`, `terms_too_large`, `terms_version_unsupported`
 */
export function decodeOfferHeader(value: string): Offer {
  return toOffer(decodeHeaderJson(value))
}

/**
 * Reads a JSON body. Returns nothing when it is not x402 at all: a 402 of some other kind is not
 * ours to talk about.
 * @throws {Problem} when it claims to be x402 and cannot be read
 */
export function decodeOfferBody(text: string): Offer | undefined {
  let json: unknown
  try {
    json = decodeBodyJson(text)
  } catch (error) {
    if (text.slice(0, 2000).includes('"x402Version"')) throw error
    return undefined
  }
  return isRecord(json) && 'x402Version' in json ? toOffer(json) : undefined
}

/** @throws {Problem} `terms_malformed`, `terms_version_unsupported` */
export function toOffer(json: unknown): Offer {
  if (!isRecord(json)) throw new Problem('terms_malformed', { at: 'envelope' })
  if (json.x402Version === 2) return fromV2(json)
  if (json.x402Version === 1) return fromV1(json)
  if (Number.isInteger(json.x402Version)) throw new Problem('terms_version_unsupported')
  throw new Problem('terms_malformed', { at: 'x402Version' })
}

function fromV2(json: Record<string, unknown>): Offer {
  const envelope = read(envelopeV2, json)
  const { url, description, mimeType } = envelope.resource
  const { accepts, unreadable } = readEntries(envelope.accepts, (entry) => {
    const parsed = readAs(requirementsV2, entry)
    return parsed && { ...parsed, raw: JSON.stringify(entry) }
  })
  return {
    protocol: 'x402',
    version: 2,
    resource: resourceOf(url, description, mimeType, JSON.stringify(json.resource)),
    accepts,
    unreadable,
    ...(envelope.error ? { error: envelope.error } : {}),
  }
}

function fromV1(json: Record<string, unknown>): Offer {
  const envelope = read(envelopeV1, json)
  let resource: OfferedResource | undefined
  const { accepts, unreadable } = readEntries(envelope.accepts, (entry) => {
    const parsed = readAs(requirementsV1, entry)
    if (!parsed) return undefined
    const { maxAmountRequired, resource: url, description, mimeType, ...rest } = parsed
    resource ??= resourceOf(url, description, mimeType)
    return { ...rest, amount: maxAmountRequired, raw: rawV1(entry) }
  })
  return {
    protocol: 'x402',
    version: 1,
    resource: resource ?? {},
    accepts,
    unreadable,
    ...(envelope.error ? { error: envelope.error } : {}),
  }
}

function readEntries(
  entries: unknown[],
  readEntry: (entry: unknown) => PaymentRequirements | undefined,
): Pick<Offer, 'accepts' | 'unreadable'> {
  const read = entries.slice(0, MAX_ENTRIES).flatMap((entry) => readEntry(entry) ?? [])
  const accepts = read.filter(({ raw }) => raw.length <= MAX_ENTRY_CHARS)
  if (read.length === 0) throw new Problem('terms_malformed', { at: 'accepts' })
  if (accepts.length === 0) throw new Problem('terms_too_large')
  return { accepts, unreadable: entries.length - accepts.length }
}

/** As sent, but for what v1 may say at length of an API: v1 echoes nothing, so it is of no use. */
function rawV1(entry: unknown): string {
  const raw = JSON.stringify(entry)
  if (raw.length <= MAX_ENTRY_CHARS || !isRecord(entry)) return raw
  const { outputSchema: _unused, ...rest } = entry
  return JSON.stringify(rest)
}

function resourceOf(
  url: string | undefined,
  description: string | null | undefined,
  mimeType: string | null | undefined,
  raw?: string,
): OfferedResource {
  return {
    ...(url ? { url } : {}),
    ...(description ? { description } : {}),
    ...(mimeType ? { mimeType } : {}),
    ...(raw && raw.length <= MAX_ECHOED_RESOURCE ? { raw } : {}),
  }
}

function read<T extends z.ZodType>(schema: T, json: unknown): z.output<T> {
  const parsed = readAs(schema, json)
  if (parsed === undefined) throw new Problem('terms_malformed', { at: faultIn(schema, json) })
  return parsed
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
