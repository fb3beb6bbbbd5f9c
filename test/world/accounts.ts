import { mnemonicToAccount } from 'viem/accounts'

/** Key 0 of anvil's published development phrase: pays the gas of every settlement. */
export const facilitatorAddress = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

/** Index 9 of the same phrase: mints test USDC, so that minting never waits for a settlement. */
export const minterAddress = '0xa0Ee7A142d267C1f36714E4a8F75612F20a79720'

/** Receivers (indexes 1, 2 and 3 of the same phrase); they never sign. */
export const payees = {
  news: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  almanac: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
  workbench: '0x90F79bf6EB2c4f870365E785982E1f101E93b906',
} as const

/** A published BIP-39 test vector. Never fund it on a real network. */
const readerPhrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const readerAccount = mnemonicToAccount(readerPhrase)

/** Who reads the paper: the wallet to import in tests and demo, at the usual first address. */
export const reader = {
  phrase: readerPhrase,
  path: "m/44'/60'/0'/0/0",
  account: readerAccount,
  address: readerAccount.address,
} as const
