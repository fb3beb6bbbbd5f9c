import { type FormEvent, useId, useState } from 'react'
import { i18n } from '#i18n'
import { accountName } from '../../../components/accounts/account-words'
import { usePaidSites } from '../../../components/hooks/use-accounts'
import { useCommand } from '../../../components/hooks/use-command'
import { parseSite } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { Field } from '../../../components/ui/field'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Select } from '../../../components/ui/select'
import { sendCommand } from '../../../lib/messages'
import type { Account } from '../../../lib/wallet/accounts'

interface Props {
  /** The accounts that can pay. */
  able: readonly Account[]
  paying: Account
  /** Sites that have one already. */
  known: readonly string[]
}

/** A site gets an account of its own: a site typed, or one of those paid before. */
export function AddSiteAccount({ able, paying, known }: Props) {
  const listId = useId()
  const paid = usePaidSites() ?? []
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [invalid, setInvalid] = useState(false)
  const command = useCommand()
  const account =
    able.find(({ id }) => id === chosen) ?? able.find(({ id }) => id !== paying.id) ?? paying

  async function submit(event: FormEvent) {
    event.preventDefault()
    const site = parseSite(text)
    setInvalid(!site)
    if (!site) return
    const accountId = account.id
    if (await command.run(() => sendCommand('setSiteAccount', { site, accountId }))) setText('')
  }

  return (
    <form onSubmit={submit} className="mt-4 flex max-w-xl flex-col gap-3 border-t border-line pt-5">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={i18n.t('accounts.site')}
          placeholder="news.example"
          inputMode="url"
          list={listId}
          value={text}
          error={invalid ? i18n.t('limits.siteInvalid') : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setInvalid(false)
          }}
        />
        <datalist id={listId}>
          {paid
            .filter((site) => !known.includes(site))
            .map((site) => (
              <option key={site} value={site.replace(/^https:\/\//, '')} />
            ))}
        </datalist>
        <Select
          label={i18n.t('accounts.siteAccountNew')}
          value={account.id}
          choices={able.map((one) => ({ value: one.id, name: accountName(one) }))}
          onChange={setChosen}
        />
      </div>
      <ProblemNote problem={command.problem} />
      <Button type="submit" className="self-start" inert={command.busy}>
        {i18n.t('accounts.siteAdd')}
      </Button>
    </form>
  )
}
