import 'fake-indexeddb/auto'
import { beforeAll, describe, vi } from 'vitest'
import { fuzzAll } from '../../fuzz/suite'
import { chainTargets } from '../../fuzz/targets/chain'
import { commandsTarget, installMessages } from '../../fuzz/targets/commands'
import { fileTargets } from '../../fuzz/targets/files'
import { installPage, otherWalletTargets } from '../../fuzz/targets/other-wallet'
import { relayTarget } from '../../fuzz/targets/relay'
import { reportsTarget } from '../../fuzz/targets/reports'
import { aWallet } from '../background/wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/platform', () => ({}))

installMessages()
installPage()
const { registerCommands } = await import('../../../entrypoints/background/commands')
registerCommands(Promise.resolve())
beforeAll(aWallet)

describe('what other programs and contexts say', () => {
  fuzzAll([
    ...chainTargets,
    ...otherWalletTargets,
    ...fileTargets,
    reportsTarget,
    relayTarget,
    commandsTarget,
  ])
})
