import { type Acquaintance, acquaintanceKey } from '../payment/acquaintance'
import type { Payment } from '../payment/payment'
import type { Standing } from '../payment/policy'
import type { Meanwhile } from '../payment/reservation'
import { familiarSites } from './acquaintances'
import { meanwhile } from './bought'
import { db } from './db'
import { liveOfSameThing, RESERVING, standingOf } from './ledger'

/** What is on record that has a say in whether to pay. */
export interface Facts extends Meanwhile {
  standing: Standing
  /** Of the site and its payee, from earlier payments. */
  known: Acquaintance | undefined
  /** Payments for the same thing that are not done with. */
  same: Payment[]
  /** Sites that the user has paid, read only where this one is not known. */
  familiar: string[]
}

/** Reads it all at one moment, and in one go: each read of its own would take as long again. */
export function factsFor(payment: Payment, now: number): Promise<Facts> {
  return db.transaction('r', RESERVING, async () => {
    const [standing, known, same, bought] = await Promise.all([
      standingOf(payment, now),
      db.acquaintances.get(acquaintanceKey(payment)),
      liveOfSameThing(payment),
      meanwhile(payment, now),
    ])
    return { standing, known, same, ...bought, familiar: known ? [] : await familiarSites() }
  })
}
