import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { Field } from '../../../components/ui/field'
import { networkWords } from '../../../components/words/network'
import { problemWords } from '../../../components/words/problem'
import { sendCommand } from '../../../lib/messages'
import type { Network } from '../../../lib/payment/networks'

interface Props {
  network: Network
  /** The user's own endpoint, if set. */
  own: string | undefined
}

/** The endpoint that a network is reached through: the public one or the user's own. */
export function RpcForm({ network, own }: Props) {
  const [typed, setTyped] = useState<string>()
  const [saved, setSaved] = useState(false)
  const command = useCommand()
  const text = typed ?? own ?? ''
  const words = command.problem === undefined ? undefined : problemWords(command.problem)

  async function save(url: string | null) {
    const done = await command.run(() => sendCommand('setRpcUrl', { networkId: network.id, url }))
    if (!done) return
    setTyped(undefined)
    setSaved(true)
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
          setSaved(false)
          command.clear()
        }}
      />
      <div className="flex items-center gap-2">
        <Button type="submit" inert={command.busy || text === (own ?? '')}>
          {i18n.t('common.save')}
        </Button>
        {own && (
          <Button look="quiet" inert={command.busy} onClick={() => save(null)}>
            {i18n.t('settings.usePublic')}
          </Button>
        )}
        <span role="status" className="text-sm font-medium text-good">
          {saved ? i18n.t('common.saved') : ''}
        </span>
      </div>
    </form>
  )
}
