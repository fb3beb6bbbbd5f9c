import { useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Account } from '../../lib/wallet/accounts'
import { useCommand } from '../hooks/use-command'
import { Select } from '../ui/select'
import { accountName, phrasesOf } from './account-words'
import { AddForm } from './add-form'
import { NameField } from './name-field'

interface Props {
  all: readonly Account[]
  onAdded: (accountId: string) => void
  onBack: () => void
}

/** The next account of the words; which words, where there are several. */
export function AddDerived({ all, onAdded, onBack }: Props) {
  const phrases = phrasesOf(all)
  const [chosen, setChosen] = useState<string>()
  const [name, setName] = useState('')
  const command = useCommand()
  const keyId = chosen ?? phrases[0]

  function namesOf(phrase: string): string {
    const ofPhrase = all.filter((one) => one.kind === 'derived' && one.keyId === phrase)
    return ofPhrase.map(accountName).join(', ')
  }

  return (
    <AddForm
      command={command}
      onSubmit={() =>
        command.run(async () => onAdded(await sendCommand('addAccount', { keyId, name })))
      }
      onBack={onBack}
    >
      {phrases.length > 1 && keyId && (
        <Select
          label={i18n.t('accounts.whichWords')}
          value={keyId}
          choices={phrases.map((phrase, index) => ({
            value: phrase,
            name: i18n.t('accounts.wordsSet', [index + 1, namesOf(phrase)]),
          }))}
          onChange={setChosen}
        />
      )}
      <NameField name={name} onChange={setName} />
    </AddForm>
  )
}
