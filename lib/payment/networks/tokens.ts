import { type Token, token } from './token'

const USD_COIN = { name: 'USD Coin' }
const BRIDGED = { name: 'Bridged USDC' }
const USDT0 = { symbol: 'USDT0', name: 'USDT0', version: '1' }
const EURC = { symbol: 'EURC', name: 'EURC', currency: 'EUR' } as const
const USDC_E = { symbol: 'USDC.e', name: 'Bridged USDC' }
const VIA_PERMIT2 = { version: '1', transferMethod: 'permit2', eip2612: true } as const
const MUSD = { symbol: 'mUSD', name: 'Mezo USD', decimals: 18, ...VIA_PERMIT2 } as const
const SBC = { symbol: 'SBC', name: 'Stable Coin', ...VIA_PERMIT2 } as const

/**
 * Stablecoins by chain id, addresses with checksum. The first of a network is the one that its
 * balance is shown in. Compared with their sources in `test/unit/payment/registry.test.ts`.
 */
export const TOKENS: readonly Token[] = [
  // Default assets of @x402/evm.
  token(8453, '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', USD_COIN),
  token(84532, '0x036CbD53842c5426634e7929541eC2318f3dCF7e'),
  token(1, '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', USD_COIN),
  token(43114, '0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E', USD_COIN),
  token(137, '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359', USD_COIN),
  token(42161, '0xaf88d065e77c8cC2239327C5EDb3A432268e5831', USD_COIN),
  token(421614, '0x75faf114eafb1BDbe2F0316DF893fd58CE46AA4d', USD_COIN),
  token(42220, '0xcebA9300f2b948710d2653dD7B07f33A8B32118C'),
  token(42220, '0x48065fbBE25f71C9282ddf5e1cD6D6A887483D5e', {
    symbol: 'USDT',
    name: 'Tether USD',
    version: '1',
  }),
  token(42220, '0xD2ab3C9A02DBBAB236BfEC45D1d755DF4267F771', {
    symbol: 'USAT',
    name: 'Tether America USD',
    version: '1',
  }),
  token(11142220, '0x01C5C0122039549AD1493B8220cABEdD739BC44E'),
  token(1329, '0xe15fC38F6D8c56aF07bbCBe3BAf5708A2Bf42392'),
  token(1328, '0x4fCF1784B31630811181f670Aea7A7bEF803eaED'),
  token(143, '0x754704Bc059F8C67012fEd69BC8A327a5aafb603'),
  token(988, '0x779Ded0c9e1022225f8E0630b35a9b54bE713736', USDT0),
  token(2201, '0x78Cf24370174180738C5B8E352B6D14c83a6c9A9', USDT0),
  token(14, '0xe7cd86e13AC4309349F30B3435a9d337750fC82D', { ...USDT0, name: 'USD₮0' }),
  token(50, '0xfA2958CB79b0491CC627c1557F441eF849Ca8eb1'),
  token(51, '0xb5AB69F7bBada22B28e79C8FFAECe55eF1c771D4'),
  token(36900, '0x9cb8142aEBBcdc60AF7c97Af897A67A8f3CA71C2', { ...USDC_E, name: 'USDC.e' }),
  token(190415, '0x401eCb1D350407f13ba348573E5630B83638E30D', USDC_E),
  token(181228, '0x401eCb1D350407f13ba348573E5630B83638E30D', USDC_E),

  // Default assets of @x402/evm that have no EIP-3009.
  token(4326, '0xFAfDdbb3FC7688494971a79cc65DCa3EF82079E7', {
    symbol: 'MegaUSD',
    name: 'MegaUSD',
    decimals: 18,
    ...VIA_PERMIT2,
  }),
  token(31612, '0xdD468A1DDc392dcdbEf6db6e34E89AA338F9F186', MUSD),
  token(31611, '0x118917a40FAF1CD7a13dB0Ef56C86De7973Ac503', MUSD),
  token(723487, '0x33ad9e4BD16B69B5BFdED37D8B5D9fF9aba014Fb', SBC),
  token(72344, '0x33ad9e4BD16B69B5BFdED37D8B5D9fF9aba014Fb', SBC),
  token(38833, '0xA5b8BF902b2844dA17d4506cc827F7F1681735E7', {
    version: '1',
    transferMethod: 'permit2',
  }),

  // Of the v1 package `x402`, whose servers still ask for them.
  token(43113, '0x5425890298aed601595a70AB815c96711a31Bc65', USD_COIN),
  token(80002, '0x41E94Eb019C0762f9Bfcf9Fb1E58725BfB0e7582'),
  token(3338, '0xbbA60da06c2c5424f03f7434542280FCAd453d10'),
  token(4689, '0xcDf79194C6C285077A58da47641D4dBe51F63542', BRIDGED),
  token(2741, '0x84A71ccD554Cc1b02749b35d22F684CC8ec987e1', BRIDGED),
  token(11124, '0xe4C7fBB0a626ed208021ccabA6Be1566905E2dFc', BRIDGED),
  token(1514, '0xF1815bd50389c46847f0Bda824eC8da914045D14', BRIDGED),
  token(41923, '0x12a272A581feE5577A5dFa371afEB4b2F3a8C2F8', {
    name: 'Bridged USDC (Stargate)',
  }),
  token(324705682, '0x2e08028E3C4c2356572E096d8EF835cD5C6030bD', {
    name: 'Bridged USDC (SKALE Bridge)',
  }),

  // Circle's own, in no table of the official packages.
  token(11155111, '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238'),
  token(8453, '0x60a3E35Cc302bFA44Cb288Bc5a4F316Fdb1adb42', EURC),
  token(84532, '0x808456652fdb597867f38412077A9182bf77359F', EURC),
]
