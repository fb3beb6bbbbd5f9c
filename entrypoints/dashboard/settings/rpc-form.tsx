import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { Field } from '../../../components/ui/field'
import { networkWords } from '../../../components/words/network'
import { problemWords } from '../../../components/words/problem'
import { type RpcReport, sendCommand } from '../../../lib/messages'
import type { Network } from '../../../lib/payment/networks'
import { RpcNote } from './rpc-note'

interface Props {
  network: Network
  /** The user's own endpoint, if set. */
  own: string | undefined
}

/** What came of the last button. */
interface Outcome {
  saved: boolean
  report: RpcReport | null
}

/** The endpoint that a network is reached through: the public one or the user's own. */
export function RpcForm({ network, own }: Props) {
  const [typed, setTyped] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const command = useCommand()
  const text = typed ?? own ?? ''
  const words = command.problem === undefined ? undefined : problemWords(command.problem)
  const networkId = network.id

  function save(url: string | null) {
    setOutcome(undefined)
    return command.run(async () => {
      const report = await sendCommand('setRpcUrl', { networkId, url })
      setTyped(undefined)
      setOutcome({ saved: true, report })
    })
  }

  function test() {
    setOutcome(undefined)
    return command.run(async () => {
      const report = await sendCommand('testRpc', { networkId, url: text.trim() || null })
      setOutcome({ saved: false, report })
    })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save(text.trim() || null)
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5">
      <Field
        label={i18n.t('settings.rpcUrl', [networkWords(network.id)])}
        inputMode="url"
        placeholder={network.rpcUrl}
        value={text}
        error={words && `${words.title} ${words.advice}`}
        onChange={(event) => {
          setTyped(event.target.value)
          setOutcome(undefined)
          command.clear()
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" inert={command.busy || text === (own ?? '')}>
          {i18n.t('common.save')}
        </Button>
        <Button inert={command.busy} onClick={test}>
          {i18n.t('settings.testRpc')}
        </Button>
        {own && (
          <Button look="quiet" inert={command.busy} onClick={() => save(null)}>
            {i18n.t('settings.usePublic')}
          </Button>
        )}
      </div>
      <RpcNote saved={outcome?.saved ?? false} report={outcome?.report ?? null} />
    </form>
  )
}
