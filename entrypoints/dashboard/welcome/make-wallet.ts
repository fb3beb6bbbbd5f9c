import { type Commands, sendCommand } from '../../../lib/messages'
import { noteSetUp } from '../../../lib/store/set-up'

/**
 * Makes the wallet. Where to go on is noted before: should the browser stop here, the page goes on
 * there once there is a wallet, and begins anew while there is none.
 */
export async function makeWallet(wallet: Parameters<Commands['createWallet']>[0]): Promise<void> {
  await noteSetUp('limits')
  await sendCommand('createWallet', wallet)
}
