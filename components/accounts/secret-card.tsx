import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'
import { CopySecret } from '../wallet/copy-secret'
import { WordList } from './word-list'

interface Props {
  what: 'phrase' | 'privateKey'
  secret: string
  onDone: () => void
}

/** A secret, covered until it is asked for. While it is covered it is not in the page at all. */
export function SecretCard({ what, secret, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const isPhrase = what === 'phrase'
  return (
    <>
      <p className="text-sm text-muted">{i18n.t('reveal.hiddenText')}</p>
      {!open && (
        <div
          aria-hidden
          className="flex min-h-24 items-center justify-center rounded-xl bg-sunken text-2xl tracking-[0.4em] text-muted"
        >
          ••••••••
        </div>
      )}
      {open && isPhrase && <WordList phrase={secret} />}
      {open && !isPhrase && (
        <p translate="no" className="code rounded-xl bg-sunken px-4 py-3 text-sm">
          <span className="sr-only">{i18n.t('reveal.key')}: </span>
          {secret}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-expanded={open} autoFocus onClick={() => setOpen(!open)}>
          {open ? (
            <EyeOff aria-hidden className="size-4" />
          ) : (
            <Eye aria-hidden className="size-4" />
          )}
          {open ? i18n.t('reveal.hide') : i18n.t('reveal.press')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {i18n.t('reveal.done')}
        </Button>
      </div>
      <div className="border-t border-line pt-3">
        <CopySecret
          secret={secret}
          label={isPhrase ? i18n.t('reveal.copyWords') : i18n.t('reveal.copyKey')}
        />
      </div>
    </>
  )
}
