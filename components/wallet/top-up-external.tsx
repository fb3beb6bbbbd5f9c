import { useState } from 'react'
import { i18n } from '#i18n'
import { type ExternalWallet, sendCommand } from '../../lib/messages'
import { formatMoney } from '../../lib/words/money'
import { type SentTopUp, useArrival } from '../hooks/use-arrival'
import { useCommand } from '../hooks/use-command'
import { useWebTab } from '../hooks/use-web-tab'
import { plainText } from '../payment/plain-text'
import { Button } from '../ui/button'
import { ProblemNote } from '../ui/problem-note'
import { ArrivalNote } from './arrival-note'
import type { TopUpChoice } from './top-up-choice'

interface Props {
  account: `0x${string}`
  choice: TopUpChoice
  /** Atomic units. */
  amount: bigint | undefined
}

/** Has another wallet in this browser send the money, through the web page looked at last. */
export function TopUpExternal({ account, choice: { network, token }, amount }: Props) {
  const tab = useWebTab()
  const [wallets, setWallets] = useState<ExternalWallet[]>()
  const [asked, setAsked] = useState<string>()
  const [sent, setSent] = useState<SentTopUp>()
  const command = useCommand()
  const arrival = useArrival(sent)
  if (tab === undefined) return null

  function find(tabId: number) {
    setAsked(undefined)
    return command.run(async () => setWallets(await sendCommand('discoverExternal', { tabId })))
  }

  function send(tabId: number, { rdns, name }: ExternalWallet, amount: bigint) {
    setAsked(name)
    setSent(undefined)
    const topUp = {
      account,
      networkId: network.id,
      asset: token.address,
      amount: amount.toString(),
    }
    return command.run(async () => {
      const transaction = await sendCommand('topUpFromExternal', { ...topUp, tabId, rdns })
      setSent({ ...topUp, transaction })
    })
  }

  const asking = command.busy && asked !== undefined
  return (
    <div className="mt-6 flex max-w-xl flex-col items-start gap-3 border-t border-line pt-5">
      <h3 className="font-medium">{i18n.t('external.title')}</h3>
      <p className="text-sm text-muted">
        {tab ? i18n.t('external.page', [tab.host]) : i18n.t('external.noPage')}
      </p>
      {tab && (
        <Button inert={command.busy} onClick={() => find(tab.id)}>
          {i18n.t('external.find')}
        </Button>
      )}
      {tab && wallets && amount !== undefined && (
        <ul aria-label={i18n.t('external.title')} className="flex flex-col gap-2">
          {wallets.map((wallet) => (
            <li key={wallet.rdns}>
              <Button inert={command.busy} onClick={() => send(tab.id, wallet, amount)}>
                {wallet.icon && <img src={wallet.icon} alt="" className="size-5 rounded" />}
                {i18n.t('external.send', [formatMoney(amount, token), plainText(wallet.name, 40)])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="text-sm">
        {asking && i18n.t('external.compare', [plainText(asked, 40), token.symbol, network.name])}
        {wallets?.length === 0 && i18n.t('external.none')}
      </p>
      <ProblemNote problem={command.problem} />
      {sent && arrival && <ArrivalNote sent={sent} arrival={arrival} />}
    </div>
  )
}
