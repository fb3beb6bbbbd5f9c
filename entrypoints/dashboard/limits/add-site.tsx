import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { parseSite } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { Field } from '../../../components/ui/field'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'

/** A site gets a rule of its own: to be asked, until the user chooses otherwise. */
export function AddSite({ known }: { known: readonly string[] }) {
  const [text, setText] = useState('')
  const [invalid, setInvalid] = useState(false)
  const command = useCommand()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const site = parseSite(text)
    setInvalid(!site)
    if (!site) return
    // A rule that is there already stays as it is.
    if (known.includes(site)) return setText('')
    const added = await command.run(() =>
      sendCommand('setSiteRule', { site, rule: { mode: 'ask' } }),
    )
    if (added) setText('')
  }

  return (
    <form onSubmit={submit} className="mt-5 flex max-w-md flex-col gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-end gap-2">
        <div className="flex-1 basis-48">
          <Field
            label={i18n.t('limits.addSiteLabel')}
            placeholder="news.example"
            inputMode="url"
            value={text}
            aria-invalid={invalid || undefined}
            onChange={(event) => {
              setText(event.target.value)
              setInvalid(false)
            }}
          />
        </div>
        <Button type="submit" className="min-h-[2.875rem]" inert={command.busy}>
          {i18n.t('limits.addSite')}
        </Button>
      </div>
      <p role="alert" className={invalid ? 'text-sm font-medium text-bad' : 'sr-only'}>
        {invalid ? i18n.t('limits.siteInvalid') : ''}
      </p>
      <ProblemNote problem={command.problem} />
    </form>
  )
}
