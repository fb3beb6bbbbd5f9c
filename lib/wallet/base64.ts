import { z } from 'zod'

/** Arguments of one call are on the stack, which is small. */
const CHUNK = 0x8000

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(text)
}

/** @throws {DOMException} where `base64` would refuse it */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  // Filled one by one: made from the characters it takes seventy times their memory.
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** In the one spelling that we write: no other text stands for the same bytes. */
export const base64 = z.string().refine(isCanonical)

/** So many bytes, no more and no fewer. */
export function base64Of(length: number) {
  return z.string().refine((text) => isCanonical(text) && atob(text).length === length)
}

function isCanonical(text: string): boolean {
  try {
    return text !== '' && btoa(atob(text)) === text
  } catch {
    return false
  }
}
