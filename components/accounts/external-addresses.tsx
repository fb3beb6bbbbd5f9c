import { i18n } from '#i18n'
import { type ExternalWallet, sendCommand } from '../../lib/messages'
import { useCommand } from '../hooks/use-command'
import { plainText } from '../payment/plain-text'
import { shortAddress } from '../payment/short-address'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'

interface Props {
  wallet: ExternalWallet
  /** The one in use first. */
  addresses: readonly string[]
  onAdded: (accountId: string) => void
}

/** Which of the accounts that the other wallet has shown. */
export function ExternalAddresses({ wallet: { rdns, name }, addresses, onAdded }: Props) {
  const command = useCommand()
  const walletName = plainText(name, 60) || rdns
  return (
    <>
      <ul aria-label={i18n.t('accounts.externalChoose')} className="flex flex-col gap-2">
        {addresses.map((address) => (
          <li key={address}>
            <Button
              inert={command.busy}
              title={address}
              onClick={() =>
                command.run(async () =>
                  onAdded(await sendCommand('addExternalAccount', { address, rdns, walletName })),
                )
              }
            >
              {i18n.t('accounts.use', [shortAddress(address)])}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={command.problem} />
    </>
  )
}
