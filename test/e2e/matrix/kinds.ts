import { DOCUMENT_KINDS } from './document-kinds'
import { ELEMENT_KINDS } from './element-kinds'
import type { Kind } from './kind'
import { SCRIPT_KINDS } from './script-kinds'
import { UNHELD_KINDS } from './unheld-kinds'

/** Every way of a page to ask that the matrix goes through. */
export const KINDS: readonly Kind[] = [
  ...DOCUMENT_KINDS,
  ...SCRIPT_KINDS,
  ...ELEMENT_KINDS,
  ...UNHELD_KINDS,
]
