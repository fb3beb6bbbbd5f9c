import fc from 'fast-check'
import { Verbatim } from './json'

const nested = (depth: number) => new Verbatim('['.repeat(depth) + ']'.repeat(depth))
const nestedObject = (depth: number) =>
  new Verbatim(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)

/** What is asked for money and means something else to somebody: never to be rounded or guessed. */
export const AMOUNTS = [
  ...[
    '0',
    '-0',
    '-1',
    '+1',
    '1.5',
    '1e18',
    '1E2',
    '0x10',
    '0b1',
    '0o7',
    '00',
    '01',
    ' 1',
    '1 ',
    '',
  ],
  ...[
    '1_000',
    '1,000',
    '1n',
    'NaN',
    'Infinity',
    '١٢٣',
    '１００',
    '𝟙',
    '10\n',
    '10\u0000',
    '1\u200b',
  ],
  ...['9'.repeat(77), '9'.repeat(78), '9'.repeat(79), '9'.repeat(5000)],
  String(2n ** 256n - 1n),
  String(2n ** 256n),
  `${Number.MAX_SAFE_INTEGER}1`,
]

/** Numbers as JSON can write them. */
const NUMBERS = [
  ...['0', '-0', '-1', '0.1', '1.0', '1e2', '1E+2', '1e400', '-1e400', '5e-324', '1e21'],
  ...['9007199254740993', '4294967296', '2147483648', '86400', '31536000', '9'.repeat(400)],
].map((text) => new Verbatim(text))

/** Names that mean something to JavaScript. */
export const NAMES = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'hasOwnProperty'],
  ...['length', 'then', 'get', 'set', '0', '-1', '', 'x402Version', 'amount', 'payTo', 'extra'],
  ...['name', 'version', 'decimals', 'assetTransferMethod', 'asset', 'network', 'accepts', 'error'],
]

/** Text that looks like other text, or is none. */
export const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\u202e1.00',
    '\ufeff{}',
    '\u2028',
    'ß',
    'İ',
  ],
  ...['ﬁ', 'а', 'ⅷ', 'e\u0301', '\u200b', '%00', '%', '\r\n', '"', "'", '\\', '`', '/', '<', '>'],
  ...['null', 'undefined', 'true', '[object Object]', '__proto__', 'constructor', 'toString'],
  ...[
    'eip155:1',
    'eip155:84532',
    'base',
    'base-sepolia',
    'solana',
    'eip155:0x1',
    'eip155:',
    'exact',
  ],
  ...['https://news.example/', 'HTTPS://NEWS.EXAMPLE', 'http://a:b@c/', 'javascript:1', 'data:,'],
  ...[
    'http://[::1]',
    'http://0x7f.1',
    'https://xn--80ak6aa92e.com',
    'https://а.example',
    '//x',
    '#',
  ],
  ...['0x', '0X00', '0xg', `0x${'0'.repeat(40)}`, `0x${'f'.repeat(40)}`, `0x${'F'.repeat(64)}`],
  '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  '0x036cbd53842c5426634e7929541ec2318f3dcf7e',
  '0x036CbD53842c5426634e7929541eC2318f3dCF7E',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  'window.x402 = {',
]

const LONG = [
  'x'.repeat(600),
  '9'.repeat(70_000),
  '\ud83d\ude00'.repeat(20_000),
  'a/'.repeat(30_000),
  ' '.repeat(60_000),
]

/** Of a shape that nobody expects. */
const SHAPES: unknown[] = [
  ...[null, true, false, [], {}, [[]], [null], [{}], { toString: 1, valueOf: 1 }, { length: 1e9 }],
  { length: { toString: 1, valueOf: 1 } },
  ...[{ toJSON: 1 }, new Verbatim('{"__proto__":{"x402Version":2,"amount":"1"}}')],
  new Verbatim('{"__proto__":null}'),
  nested(31),
  nested(33),
]
const HUGE: unknown[] = [
  nested(5_000),
  nestedObject(3_000),
  Array.from({ length: 3_000 }, () => ({})),
  new Verbatim(`[${'1,'.repeat(20_000)}1]`),
  new Verbatim(`{${Array.from({ length: 3_000 }, (_, at) => `"k${at}":${at}`).join(',')}}`),
]

/** Text that no form expects, seldom a long one. */
export const hostileText = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 8, arbitrary: fc.constantFrom(...AMOUNTS) },
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.bigInt({ min: -1n, max: 2n ** 257n }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
)

/** A value of JSON that no form expects, seldom a large one. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: hostileText },
  { weight: 10, arbitrary: fc.constantFrom(...SHAPES) },
  { weight: 8, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
)
