import type { Payment } from './payment'

/**
 * What happened, for a complaint to the site: what it asked, what was paid, what the chain shows and
 * what came back. No signature is in it, only the hash of what was sent.
 */
export function evidenceOf(payment: Payment, savedAt: number): Record<string, unknown> {
  const { request, offer, terms, authorization, receipt, answer, proof, trail } = payment
  return {
    format: 'tuppence-evidence',
    version: 1,
    savedAt: isoTime(savedAt),
    site: payment.site,
    askedBy: payment.asker ?? payment.site,
    payee: payment.payeeOrigin,
    request: { method: request.method, url: request.url },
    asked: {
      protocol: offer.protocol,
      version: offer.version,
      resource: offer.resource,
      /** The entry of `accepts` as the server sent it. */
      accepted: jsonOr(terms.raw),
      network: terms.networkId,
      asset: terms.asset,
      symbol: terms.symbol,
      amount: terms.amount.toString(),
      payTo: terms.payTo,
    },
    authorization,
    payloadSha256: payment.payloadHash,
    answer: answer && { ...answer, at: isoTime(answer.at) },
    receipt,
    transaction: proof && {
      ...proof,
      blockNumber: proof.blockNumber.toString(),
      amount: proof.amount.toString(),
    },
    disputes: payment.disputes,
    state: payment.state,
    trail: trail.map(({ at, ...step }) => ({ at: isoTime(at), ...step })),
  }
}

/** The same as the text of a file. */
export function evidenceFile(payment: Payment, savedAt: number): string {
  return `${JSON.stringify(evidenceOf(payment, savedAt), null, 2)}\n`
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
