/**
 * Table of tokens of the npm package `x402` 1.2.0 (x402 v1; `types/shared/evm/config`), by chain
 * id. The package is too large to install for this; its servers add version "2" to each name.
 */
export const LEGACY_TOKENS: Readonly<Record<number, { address: string; name: string }>> = {
  84532: { address: '0x036CbD53842c5426634e7929541eC2318f3dCF7e', name: 'USDC' },
  8453: { address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', name: 'USD Coin' },
  43113: { address: '0x5425890298aed601595a70AB815c96711a31Bc65', name: 'USD Coin' },
  43114: { address: '0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E', name: 'USD Coin' },
  4689: { address: '0xcdf79194c6c285077a58da47641d4dbe51f63542', name: 'Bridged USDC' },
  1328: { address: '0x4fcf1784b31630811181f670aea7a7bef803eaed', name: 'USDC' },
  1329: { address: '0xe15fc38f6d8c56af07bbcbe3baf5708a2bf42392', name: 'USDC' },
  137: { address: '0x3c499c542cef5e3811e1192ce70d8cc03d5c3359', name: 'USD Coin' },
  80002: { address: '0x41E94Eb019C0762f9Bfcf9Fb1E58725BfB0e7582', name: 'USDC' },
  3338: { address: '0xbbA60da06c2c5424f03f7434542280FCAd453d10', name: 'USDC' },
  2741: { address: '0x84a71ccd554cc1b02749b35d22f684cc8ec987e1', name: 'Bridged USDC' },
  11124: { address: '0xe4C7fBB0a626ed208021ccabA6Be1566905E2dFc', name: 'Bridged USDC' },
  1514: { address: '0xF1815bd50389c46847f0Bda824eC8da914045D14', name: 'Bridged USDC' },
  41923: { address: '0x12a272A581feE5577A5dFa371afEB4b2F3a8C2F8', name: 'Bridged USDC (Stargate)' },
  324705682: {
    address: '0x2e08028E3C4c2356572E096d8EF835cD5C6030bD',
    name: 'Bridged USDC (SKALE Bridge)',
  },
}
