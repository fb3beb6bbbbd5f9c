import {
  type Answer402,
  answer402V1,
  answer402V2,
  encodeHeader,
  paymentRequiredV1,
  paymentRequiredV2,
} from './terms'

/** Raw header values, where the fault lies in base64, UTF-8 or JSON. */
function rawHeaders(): Record<string, string> {
  const good = encodeHeader(paymentRequiredV2())
  const invalidUtf8 = Buffer.concat([
    Buffer.from('{"x402Version":2,"error":"'),
    Buffer.from([0xc3, 0x28, 0xff]),
    Buffer.from(`",${JSON.stringify(paymentRequiredV2()).slice(1)}`),
  ])
  return {
    'header empty': '',
    'header not base64': '%%% not base64 %%%',
    'header plain JSON instead of base64': JSON.stringify(paymentRequiredV2()),
    'header base64 with a foreign character inside': `${good.slice(0, 40)}*${good.slice(40)}`,
    'header cut short': good.slice(0, Math.floor(good.length / 2)),
    'base64 of text that is not JSON': Buffer.from('pay me, please').toString('base64'),
    'base64 of two JSON values': Buffer.from('{"x402Version":2}{}').toString('base64'),
    'invalid UTF-8': invalidUtf8.toString('base64'),
    'JSON nested 10,000 levels deep': nested(10_000),
    // As big as Chromium takes: it refuses more than 256 KiB of response headers.
    '200 KB of base64 that is not JSON': 'eHh4'.repeat(50_000),
  }
}

function nested(levels: number): string {
  return Buffer.from('['.repeat(levels) + ']'.repeat(levels)).toString('base64')
}

/** Decoded v2 terms, where the fault lies in the envelope. */
function envelopesV2(): Record<string, unknown> {
  const good = paymentRequiredV2()
  const { accepts, resource, x402Version, ...others } = good
  return {
    'JSON null': null,
    'JSON array': [good],
    'JSON number': 402,
    'JSON string': 'payment required',
    'JSON empty object': {},
    'version 0': { ...good, x402Version: 0 },
    'version 3': { ...good, x402Version: 3 },
    'version as string': { ...good, x402Version: '2' },
    'version missing': { accepts, resource, ...others },
    'accepts missing': { x402Version, resource, ...others },
    'accepts an object': { ...good, accepts: accepts[0] },
    'accepts a string': { ...good, accepts: 'exact' },
    'resource missing': { x402Version, accepts, ...others },
    'resource null': { ...good, resource: null },
    'resource a bare string': { ...good, resource: 'http://a.localhost/paid' },
    'resource without url': { ...good, resource: { description: 'no url' } },
    'resource url not a URL': { ...good, resource: { url: 'not a url' } },
  }
}

/** Decoded v1 bodies, where the fault lies in the envelope. */
function envelopesV1(): Record<string, unknown> {
  const { accepts, ...others } = paymentRequiredV1()
  return {
    'v1 accepts missing': others,
    'v1 accepts an object': { ...others, accepts: accepts[0] },
    'v1 version as string': { ...others, accepts, x402Version: '1' },
  }
}

/** 402s that claim to be x402, but whose envelope cannot be trusted. */
export function malformedEnvelopes(): (Answer402 & { name: string })[] {
  const good = encodeHeader(paymentRequiredV2())
  const other = encodeHeader(paymentRequiredV2({ error: 'the other header' }))
  const inheritedTerms = `{"x402Version":2,"__proto__":${JSON.stringify(paymentRequiredV2())}}`
  const protoHeader = Buffer.from(inheritedTerms).toString('base64')
  const withHeader = (value: string | string[]) => ({
    ...answer402V2(),
    headers: { 'PAYMENT-REQUIRED': value, 'Content-Type': 'text/plain' },
  })
  return [
    ...Object.entries(rawHeaders()).map(([name, value]) => ({ name, ...withHeader(value) })),
    ...Object.entries(envelopesV2()).map(([name, terms]) => ({ name, ...answer402V2(terms) })),
    ...Object.entries(envelopesV1()).map(([name, terms]) => ({ name, ...answer402V1(terms) })),
    { name: 'terms only under __proto__', ...withHeader(protoHeader) },
    { name: 'two headers with different terms', ...withHeader([good, other]) },
  ]
}
