import { expect, it } from 'vitest'
import { isPayable, NETWORKS, type Network, TOKENS } from '../../../lib/payment/networks'

const intro = `# Networks and tokens

What Tuppence knows of networks and stablecoins, and what it pays with now. The data are in
\`lib/payment/networks/\`; this page is written from them by \`test/unit/payment/networks-doc.test.ts\`
(\`npx vitest run test/unit/payment/networks-doc.test.ts -u\` after a change). What is signed about a
token (address, EIP-712 name and version) is pinned there and never taken from a server;
\`registry.test.ts\` beside it compares all of it with the tables of the official x402 packages and
names each difference.

- **Payable**: the scheme \`exact\` by EIP-3009. A token that needs Permit2 is recognised and
  explained, never signed for; so are the schemes \`upto\`, \`batch-settlement\` and others, and
  networks of other kinds, such as Solana.
- **Dollars**: limits, budgets and totals are in dollars. A price in another currency is shown in
  its own and always asked about; no rate is invented.
- **On and off**: every network is on until you switch it off in Settings, where each also takes a
  server of your own. A server that speaks for another chain is refused.
- **Balances** are looked up for USDC on Base and Base Sepolia, for what the wallet holds, and for
  what it was asked to pay or paid lately; for everything only on request.
`

it('the page on networks says what the registry has', async () => {
  const table = (title: string, networks: Network[]) =>
    [
      `## ${title}\n`,
      '| network | CAIP-2 | in x402 v1 | token | address | EIP-712 name, version | payable |',
      '|---|---|---|---|---|---|---|',
      ...networks.flatMap(rows),
    ].join('\n')
  const real = NETWORKS.filter(({ testnet }) => !testnet)
  const test = NETWORKS.filter(({ testnet }) => testnet)
  const page = [intro, `${table('Real money', real)}\n`, `${table('Test money', test)}\n`].join(
    '\n',
  )
  await expect(page).toMatchFileSnapshot('../../../docs/NETWORKS.md')
})

function rows({ id, name, v1Name }: Network): string[] {
  return TOKENS.filter(({ network }) => network === id).map((token) => {
    const { symbol, address, currency, eip712 } = token
    const unit = currency === 'USD' ? symbol : `${symbol} (${currency})`
    const payable = isPayable(token) ? 'yes' : `not yet (${token.transferMethod})`
    const domain = `${eip712.name}, ${eip712.version}`
    const known = v1Name ? `\`${v1Name}\`` : ''
    return `| ${name} | \`${id}\` | ${known} | ${unit} | \`${address}\` | ${domain} | ${payable} |`
  })
}
