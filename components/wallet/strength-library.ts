import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Loaded only where a passphrase is chosen: its lists of passwords are larger than the page. */
export const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
