import type { NetworkLine } from './network'

/**
 * Networks with test money. Short names as in `@x402/evm/v1`;
 * explorers and public endpoints as in `viem/chains`.
 */
export const TESTNETS: readonly NetworkLine[] = [
  {
    chainId: 84532,
    v1: 'base-sepolia',
    name: 'Base Sepolia',
    explorer: 'https://sepolia.basescan.org',
    rpc: 'https://sepolia.base.org',
  },
  {
    chainId: 80002,
    v1: 'polygon-amoy',
    name: 'Polygon Amoy',
    explorer: 'https://amoy.polygonscan.com',
    rpc: 'https://polygon-amoy.drpc.org',
  },
  {
    chainId: 43113,
    v1: 'avalanche-fuji',
    name: 'Avalanche Fuji',
    explorer: 'https://testnet.snowtrace.io',
    rpc: 'https://api.avax-test.network/ext/bc/C/rpc',
  },
  {
    chainId: 421614,
    name: 'Arbitrum Sepolia',
    explorer: 'https://sepolia.arbiscan.io',
    rpc: 'https://sepolia-rollup.arbitrum.io/rpc',
  },
  {
    chainId: 11155111,
    v1: 'sepolia',
    name: 'Ethereum Sepolia',
    explorer: 'https://sepolia.etherscan.io',
    rpc: 'https://11155111.rpc.thirdweb.com',
  },
  {
    chainId: 11142220,
    name: 'Celo Sepolia',
    explorer: 'https://celo-sepolia.blockscout.com',
    rpc: 'https://forno.celo-sepolia.celo-testnet.org',
  },
  {
    chainId: 1328,
    v1: 'sei-testnet',
    name: 'Sei Testnet',
    explorer: 'https://testnet.seiscan.io',
    rpc: 'https://evm-rpc-testnet.sei-apis.com',
  },
  {
    chainId: 11124,
    v1: 'abstract-testnet',
    name: 'Abstract Testnet',
    explorer: 'https://sepolia.abscan.org',
    rpc: 'https://api.testnet.abs.xyz',
  },
  {
    chainId: 324705682,
    v1: 'skale-base-sepolia',
    name: 'SKALE Base Sepolia',
    explorer: 'https://base-sepolia-testnet-explorer.skalenodes.com',
    rpc: 'https://base-sepolia-testnet.skalenodes.com/v1/base-testnet',
  },
  {
    chainId: 2201,
    v1: 'stable-testnet',
    name: 'Stable Testnet',
    explorer: 'https://testnet.stablescan.xyz',
    rpc: 'https://rpc.testnet.stable.xyz',
  },
  {
    chainId: 51,
    name: 'XDC Apothem',
    explorer: 'https://testnet.xdcscan.com',
    rpc: 'https://erpc.apothem.network',
  },
  {
    chainId: 181228,
    name: 'HPP Sepolia',
    explorer: 'https://sepolia-explorer.hpp.io',
    rpc: 'https://testnet.hpp.io',
  },
  {
    chainId: 31611,
    name: 'Mezo Testnet',
    explorer: 'https://explorer.test.mezo.org',
    rpc: 'https://rpc.test.mezo.org',
  },
  {
    chainId: 72344,
    name: 'Radius Testnet',
    explorer: 'https://testnet.radiustech.xyz',
    rpc: 'https://rpc.testnet.radiustech.xyz',
  },
]
