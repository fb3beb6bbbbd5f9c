import { useLiveQuery } from 'dexie-react-hooks'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#i18n'
import { getDisabledNetworks } from '../../lib/store/settings'
import { paymentUri } from '../../lib/wallet/payment-uri'
import { formatMoney } from '../../lib/words/money'
import { CopyButton } from '../ui/copy-button'
import { LINK } from '../ui/link'
import { networkWords } from '../words/network'
import { faucetOf } from './faucet'
import { QrCode } from './qr-code'
import { readTokenAmount, type TopUpChoice, topUpChoices } from './top-up-choice'
import { TopUpExternal } from './top-up-external'
import { TopUpForm } from './top-up-form'

/** What a purse holds. */
const PRESET = '5'

/** Money for the wallet: by a code to scan, a link, or from another wallet in this browser. */
export function TopUp({ account }: { account: `0x${string}` }) {
  const disabled = useLiveQuery(getDisabledNetworks, [])
  const [key, setKey] = useState<string>()
  const [text, setText] = useState(PRESET)
  const choices = disabled ? topUpChoices(disabled) : []
  const choice = choices.find((one) => one.key === key) ?? choices[0]
  if (!choice) return null
  const reading = readTokenAmount(text, choice.token)
  const amount = 'amount' in reading ? reading.amount : undefined
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-[minmax(0,24rem)_auto]">
        <div className="flex flex-col gap-4">
          <TopUpForm
            choices={choices}
            choice={choice}
            onChoose={setKey}
            text={text}
            fault={'fault' in reading ? reading.fault : undefined}
            onType={setText}
          />
          <Faucet choice={choice} />
        </div>
        <Code account={account} choice={choice} amount={amount} />
      </div>
      <TopUpExternal account={account} choice={choice} amount={amount} />
    </>
  )
}

interface CodeProps {
  account: `0x${string}`
  choice: TopUpChoice
  /** Atomic units; the payer chooses when absent. */
  amount: bigint | undefined
}

function Code({ account, choice: { network, token }, amount }: CodeProps) {
  const uri = paymentUri(token, account, amount)
  const money = amount === undefined ? token.symbol : formatMoney(amount, token)
  return (
    <div className="flex flex-col items-start gap-2">
      <QrCode text={uri} title={i18n.t('topUp.code', [money, networkWords(network.id), account])} />
      <p className="max-w-52 text-sm text-muted">
        {i18n.t('topUp.onlyThis', [token.symbol, network.name])}
      </p>
      <div className="-ms-2.5 flex flex-wrap">
        <CopyButton wide text={account} label={i18n.t('wallet.copyAddress')} />
        <CopyButton wide text={uri} label={i18n.t('topUp.copyLink')} />
      </div>
    </div>
  )
}

function Faucet({ choice: { token } }: { choice: TopUpChoice }) {
  const url = faucetOf(token)
  if (!url) return null
  return (
    <p className="text-sm">
      <a href={url} target="_blank" rel="noreferrer" className={LINK}>
        {i18n.t('topUp.faucet')}
        <ExternalLink aria-hidden className="size-3.5" />
        <span className="sr-only">({i18n.t('common.opensInTab')})</span>
      </a>
    </p>
  )
}
