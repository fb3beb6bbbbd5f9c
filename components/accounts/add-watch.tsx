import { useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { toProblemData } from '../../lib/problem'
import { normalizeAddress } from '../../lib/wallet/accounts'
import { useCommand } from '../hooks/use-command'
import { Field } from '../ui/field'
import { problemWords } from '../words/problem'
import { AddForm } from './add-form'
import { NameField } from './name-field'

interface Props {
  onAdded: (accountId: string) => void
  onBack: () => void
}

/** An address to look at. */
export function AddWatch({ onAdded, onBack }: Props) {
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const command = useCommand()

  function submit() {
    const found = faultOf(address)
    setError(found)
    if (found) return
    void command.run(async () => onAdded(await sendCommand('addWatchOnly', { address, name })))
  }

  return (
    <AddForm command={command} onSubmit={submit} onBack={onBack}>
      <Field
        label={i18n.t('accounts.watchAddress')}
        placeholder="0x…"
        value={address}
        error={error}
        onChange={(event) => {
          setAddress(event.target.value)
          setError(undefined)
          command.clear()
        }}
      />
      <NameField name={name} onChange={setName} />
    </AddForm>
  )
}

/** What is wrong with an address as typed, if anything. */
function faultOf(address: string): string | undefined {
  try {
    normalizeAddress(address)
    return undefined
  } catch (problem) {
    const { title, advice } = problemWords(toProblemData(problem, 'address_invalid'))
    return `${title} ${advice}`
  }
}
