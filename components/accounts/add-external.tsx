import { useState } from 'react'
import { i18n } from '#i18n'
import { type ExternalWallet, sendCommand } from '../../lib/messages'
import { useCommand } from '../hooks/use-command'
import { useWebTab } from '../hooks/use-web-tab'
import { plainText } from '../payment/plain-text'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'
import { ExternalAddresses } from './external-addresses'

interface Props {
  onAdded: (accountId: string) => void
  onBack: () => void
}

/** An account of another wallet of this browser, by way of the web page looked at last. */
export function AddExternal({ onAdded, onBack }: Props) {
  const tab = useWebTab()
  const [wallets, setWallets] = useState<ExternalWallet[]>()
  const [asked, setAsked] = useState<ExternalWallet>()
  const [addresses, setAddresses] = useState<string[]>()
  const command = useCommand()
  if (tab === undefined) return null

  function find(tabId: number) {
    setAsked(undefined)
    return command.run(async () => setWallets(await sendCommand('discoverExternal', { tabId })))
  }

  function connect(tabId: number, wallet: ExternalWallet) {
    setAsked(wallet)
    setAddresses(undefined)
    const { rdns } = wallet
    return command.run(async () =>
      setAddresses(await sendCommand('connectExternal', { tabId, rdns })),
    )
  }

  const name = asked && plainText(asked.name, 40)
  return (
    <>
      <p className="text-sm text-muted">
        {tab ? i18n.t('external.page', [tab.host]) : i18n.t('external.noPage')}
      </p>
      {tab && wallets && !addresses && (
        <ul aria-label={i18n.t('external.title')} className="flex flex-col gap-2">
          {wallets.map((wallet) => (
            <li key={wallet.rdns}>
              <Button inert={command.busy} onClick={() => connect(tab.id, wallet)}>
                {wallet.icon && <img src={wallet.icon} alt="" className="size-5 rounded" />}
                {i18n.t('accounts.connect', [plainText(wallet.name, 40)])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="text-sm">
        {command.busy && name && i18n.t('accounts.connecting', [name])}
        {wallets?.length === 0 && i18n.t('external.none')}
      </p>
      <ProblemNote problem={command.problem} />
      {asked && addresses && (
        <ExternalAddresses wallet={asked} addresses={addresses} onAdded={onAdded} />
      )}
      <div className="flex flex-wrap gap-2">
        {tab && !addresses && (
          <Button
            look={wallets ? 'secondary' : 'primary'}
            inert={command.busy}
            onClick={() => find(tab.id)}
          >
            {i18n.t('external.find')}
          </Button>
        )}
        <Button look="quiet" onClick={onBack}>
          {i18n.t('common.back')}
        </Button>
      </div>
    </>
  )
}
