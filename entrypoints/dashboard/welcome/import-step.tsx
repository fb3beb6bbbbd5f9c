import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { PassphraseField } from '../../../components/ui/passphrase-field'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { TextArea } from '../../../components/ui/text-area'
import { problemWords } from '../../../components/words/problem'
import type { Secret } from '../../../lib/messages'
import { normalizePhrase, normalizePrivateKey } from '../../../lib/wallet/account'
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
  const [error, setError] = useState<string>()

  function change(next: string) {
    setText(next)
    setError(undefined)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    try {
      onNext(secretOf(kind, text))
    } catch (problem) {
      const { title, advice } = problemWords(problem)
      setError(`${title} ${advice}`)
    }
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
          <TextArea
            label={i18n.t('welcome.phrase')}
            hint={i18n.t('welcome.phraseHint')}
            error={error}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <PassphraseField
            label={i18n.t('welcome.privateKey')}
            hint={i18n.t('welcome.privateKeyHint')}
            error={error}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
        <StepButtons next={i18n.t('common.continue')} onBack={onBack} />
      </form>
    </StepFrame>
  )
}

/** @throws {Problem} `phrase_invalid`, `private_key_invalid` */
function secretOf(kind: Secret['kind'], text: string): Secret {
  return kind === 'phrase'
    ? { kind, phrase: normalizePhrase(text) }
    : { kind, privateKey: normalizePrivateKey(text) }
}
