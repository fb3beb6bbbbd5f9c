import { Problem } from '../../problem'
import { isDeepText } from '../depth'

/** Node servers accept 16 KB of headers; Chromium takes 256 KB. Real terms are 1 to 4 KB. */
const MAX_HEADER_CHARS = 64 * 1024
const MAX_BODY_CHARS = 256 * 1024
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/**
 * Reads a base64 JSON header (`PAYMENT-REQUIRED`, `PAYMENT-RESPONSE`, `X-PAYMENT-RESPONSE`).
 * Work is bounded by the size limits, whatever was sent.
 * @throws {Problem} `terms_too_large`, `terms_malformed`
 */
export function decodeHeaderJson(value: string): unknown {
  if (value.length > MAX_HEADER_CHARS) throw new Problem('terms_too_large')
  return parseJson(decodeBase64(value.trim()))
}

/**
 * Reads a JSON body (x402 v1).
 * @throws {Problem} `terms_too_large`, `terms_malformed`
 */
export function decodeBodyJson(text: string): unknown {
  if (text.length > MAX_BODY_CHARS) throw new Problem('terms_too_large')
  return parseJson(text)
}

/** Base64 of the UTF-8 JSON, as the x402 HTTP transports send it. */
export function encodeHeaderJson(value: unknown): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(JSON.stringify(value))) {
    binary += String.fromCharCode(byte)
  }
  return btoa(binary)
}

function decodeBase64(value: string): string {
  if (value === '' || !BASE64.test(value)) throw new Problem('terms_malformed', { at: 'base64' })
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'))
    // Filled one by one: made from the characters it takes seventy times their memory.
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('terms_malformed', { at: 'base64' })
  }
}

function parseJson(text: string): unknown {
  if (isDeepText(text)) throw new Problem('terms_malformed', { at: 'depth' })
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('terms_malformed', { at: 'json' })
  }
}
