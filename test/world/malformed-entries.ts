import {
  type Answer402,
  answer402V1,
  answer402V2,
  encodeHeader,
  paymentRequiredV1,
  paymentRequiredV2,
  paymentRequirementsV1,
  paymentRequirementsV2,
} from './terms'

const zeroAddress = `0x${'0'.repeat(40)}`

/** Faults in the one entry of `accepts`; each value replaces fields of a good entry. */
const faults: Record<string, Record<string, unknown>> = {
  'scheme unknown': { scheme: 'exactly' },
  'scheme missing': { scheme: undefined },
  'scheme named like an Object.prototype member': { scheme: 'constructor' },
  'network unknown': { network: 'eip155:999999999' },
  'network not CAIP-2': { network: 'base sepolia' },
  'network named like an Object.prototype member': { network: '__proto__' },
  'amount negative': { amount: '-10000' },
  'amount with plus sign': { amount: '+10000' },
  'amount fractional': { amount: '0.01' },
  'amount scientific': { amount: '1e4' },
  'amount hex': { amount: '0x2710' },
  'amount empty': { amount: '' },
  'amount over 2^256': { amount: (2n ** 256n).toString() },
  'amount of 100,000 digits': { amount: '9'.repeat(100_000) },
  'amount a number': { amount: 10_000 },
  'amount with spaces': { amount: ' 10000 ' },
  'amount with separators': { amount: '10,000' },
  'amount in other digits': { amount: '١٠٠٠٠' },
  'amount missing': { amount: undefined },
  'payTo not an address': { payTo: 'harbour-gazette.eth' },
  'payTo too short': { payTo: '0x1234' },
  'payTo the zero address': { payTo: zeroAddress },
  'payTo missing': { payTo: undefined },
  'asset the zero address': { asset: zeroAddress },
  'asset not an address': { asset: 'USDC' },
  'asset an unknown token': { asset: '0x1111111111111111111111111111111111111111' },
  'timeout missing': { maxTimeoutSeconds: undefined },
  'timeout negative': { maxTimeoutSeconds: -300 },
  'timeout zero': { maxTimeoutSeconds: 0 },
  // JSON has no NaN: it is written as null.
  'timeout NaN': { maxTimeoutSeconds: Number.NaN },
  'timeout a string': { maxTimeoutSeconds: '300' },
  'unknown transfer method': {
    extra: { name: 'USDC', version: '2', assetTransferMethod: 'carrier-pigeon' },
  },
}

/** Entries that are no object at all, or no entry is there. */
const accepts: Record<string, unknown[]> = {
  'accepts empty': [],
  'entry null': [null],
  'entry a string': ['exact'],
  'entry an array': [[paymentRequirementsV2()]],
  'entry without fields': [{}],
  // Sized to pass the header limit of Chromium.
  '10,000 entries': Array.from({ length: 10_000 }, () => ({ scheme: 'x' })),
}

/** 402s in whose good envelope stands nothing that this wallet can pay. */
export function malformedEntries(): (Answer402 & { name: string })[] {
  const bareEnvelope = paymentRequiredV2({ accepts: [] })
  return [
    ...Object.entries(faults).map(([name, fault]) => {
      const entry = { ...paymentRequirementsV2(), ...fault }
      return { name, ...answer402V2({ ...bareEnvelope, accepts: [entry] }) }
    }),
    ...Object.entries(accepts).map(([name, entries]) => {
      return { name, ...answer402V2({ ...bareEnvelope, accepts: entries }) }
    }),
    ...rawEntries().map(([name, entry]) => {
      const json = JSON.stringify(bareEnvelope).replace('"accepts":[]', `"accepts":[${entry}]`)
      const header = Buffer.from(json).toString('base64')
      return { name, ...answer402V2(), headers: { 'PAYMENT-REQUIRED': header } }
    }),
    ...entriesV1(),
    {
      name: 'v1 terms in the v2 header',
      ...answer402V2(),
      headers: { 'PAYMENT-REQUIRED': encodeHeader({ ...bareEnvelope, ...v1Accepts() }) },
    },
  ]
}

function v1Accepts() {
  return { accepts: [paymentRequirementsV1()] }
}

/** Entries that `JSON.stringify` would not write. */
function rawEntries(): [name: string, json: string][] {
  const levels = 10_000
  const good = JSON.stringify(paymentRequirementsV2())
  return [
    ['entry nested 10,000 levels deep', '{"a":'.repeat(levels) + 1 + '}'.repeat(levels)],
    ['entry only under __proto__', `{"__proto__":${good}}`],
    ['timeout infinite (1e999)', good.replace('300', '1e999')],
  ]
}

function entriesV1(): (Answer402 & { name: string })[] {
  const terms = (fault: Record<string, unknown>) => ({
    ...paymentRequiredV1(),
    accepts: [{ ...paymentRequirementsV1(), ...fault }],
  })
  return [
    { name: 'v1 amount negative', ...answer402V1(terms({ maxAmountRequired: '-1' })) },
    { name: 'v1 amount a number', ...answer402V1(terms({ maxAmountRequired: 10_000 })) },
    { name: 'v1 network unknown', ...answer402V1(terms({ network: 'atlantis' })) },
    { name: 'v1 payTo not an address', ...answer402V1(terms({ payTo: 'nobody' })) },
  ]
}
