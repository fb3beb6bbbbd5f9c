import type { LimitsMessage, SiteRuleMessage } from '../../lib/messages'
import type { SiteRule } from '../../lib/payment/limits'
import { db } from '../../lib/store/db'
import { getLimits, setLimits } from '../../lib/store/settings'

type Micro = string | null | undefined

/** Sets the limits whole. An allowance of the same amount goes on counting from where it began. */
export async function changeLimits(message: LimitsMessage): Promise<void> {
  const { autoApprove, perPayment, perDay, perMonth, perSiteDay, total, periods } = message
  const allowance = toMicro(total)
  await db.transaction('rw', db.settings, async () => {
    const { total: before } = await getLimits()
    await setLimits({
      autoApprove,
      perPayment: BigInt(perPayment),
      perDay: BigInt(perDay),
      ...given('perMonth', toMicro(perMonth)),
      ...given('perSiteDay', toMicro(perSiteDay)),
      ...(periods && { periods }),
      ...(allowance !== undefined && {
        total: {
          limit: allowance,
          since: before?.limit === allowance ? before.since : Date.now(),
        },
      }),
    })
  })
}

/** Whether these limits let nothing through that the ones in force do not: switched off, as they are. */
export async function isOnlySwitchedOff(message: LimitsMessage): Promise<boolean> {
  const { perPayment, perDay, perMonth, perSiteDay, total, periods } = await getLimits()
  return (
    !message.autoApprove &&
    BigInt(message.perPayment) === perPayment &&
    BigInt(message.perDay) === perDay &&
    toMicro(message.perMonth) === perMonth &&
    toMicro(message.perSiteDay) === perSiteDay &&
    toMicro(message.total) === total?.limit &&
    message.periods === periods
  )
}

/** The allowance begins anew. */
export async function restartTotal(): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const limits = await getLimits()
    if (!limits.total) return
    await setLimits({ ...limits, total: { ...limits.total, since: Date.now() } })
  })
}

export function toSiteRule(rule: SiteRuleMessage): SiteRule {
  if (rule.mode !== 'auto') return rule
  return {
    mode: 'auto',
    perPayment: BigInt(rule.perPayment),
    ...given('perDay', toMicro(rule.perDay)),
    ...given('perMonth', toMicro(rule.perMonth)),
    ...(rule.testOnly && { testOnly: true }),
  }
}

function toMicro(text: Micro): bigint | undefined {
  return text === null || text === undefined ? undefined : BigInt(text)
}

function given<K extends string>(key: K, value: bigint | undefined): { [P in K]?: bigint } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: bigint }
}
