import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { PhraseField } from '../../../components/accounts/phrase-field'
import { PassphraseField } from '../../../components/ui/passphrase-field'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { problemWords } from '../../../components/words/problem'
import type { Secret } from '../../../lib/vault-messages'
import { normalizePrivateKey } from '../../../lib/wallet/account'
import { checkPhrase } from '../../../lib/wallet/phrase'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  onBack: () => void
  onNext: (secret: Secret) => void
}

/** A wallet that the user brings along. */
export function ImportStep({ onBack, onNext }: Props) {
  const [kind, setKind] = useState<Secret['kind']>('phrase')
  const [text, setText] = useState('')
  const [checked, setChecked] = useState(false)

  function change(next: string) {
    setText(next)
    setChecked(false)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const secret = secretOf(kind, text)
    if (secret) onNext(secret)
    else setChecked(true)
  }

  return (
    <StepFrame title={i18n.t('welcome.importTitle')}>
      <p className="text-muted">{i18n.t('welcome.smallAmounts')}</p>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <SegmentedChoice
          label={i18n.t('welcome.importKind')}
          value={kind}
          choices={[
            { value: 'phrase', name: i18n.t('welcome.phraseKind') },
            { value: 'privateKey', name: i18n.t('welcome.keyKind') },
          ]}
          onChange={(next) => {
            setKind(next)
            change('')
          }}
        />
        {kind === 'phrase' ? (
          <PhraseField text={text} complain={checked} onChange={change} />
        ) : (
          <PassphraseField
            label={i18n.t('accounts.privateKey')}
            hint={i18n.t('accounts.privateKeyHint')}
            error={checked ? notAKey() : undefined}
            data-1p-ignore
            data-lpignore="true"
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
        <StepButtons next={i18n.t('common.continue')} onOther={onBack} />
      </form>
    </StepFrame>
  )
}

/** Nothing where what was typed is none. */
function secretOf(kind: Secret['kind'], text: string): Secret | undefined {
  if (kind === 'phrase') {
    const { phrase } = checkPhrase(text)
    return phrase === undefined ? undefined : { kind, phrase }
  }
  try {
    return { kind, privateKey: normalizePrivateKey(text) }
  } catch {
    return undefined
  }
}

function notAKey(): string {
  const { title, advice } = problemWords({ code: 'private_key_invalid' })
  return `${title} ${advice}`
}
