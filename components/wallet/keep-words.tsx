import { useCallback, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { CredentialForm } from '../accounts/credential-form'
import { WordList } from '../accounts/word-list'
import { useFleeting } from '../hooks/use-fleeting'
import { Button } from '../ui/button'
import { CopySecret } from './copy-secret'
import { KeptWord } from './kept-word'
import { pickPositions } from './phrase-check'

type Step =
  | { at: 'note' | 'ask' }
  | { at: 'words'; phrase: string }
  | { at: 'check'; word: string; position: number }

interface Props {
  accountId: string
  onKept: () => void
}

/** Shows the words, for a minute or until one looks elsewhere, and asks for one of them again. */
export function KeepWords({ accountId, onKept }: Props) {
  const [step, setStep] = useState<Step>({ at: 'note' })
  const back = useCallback(() => setStep({ at: 'note' }), [])
  useFleeting(step.at === 'words', back)
  return (
    <section
      aria-label={i18n.t('unlock.keepTitle')}
      className="flex flex-col gap-4 rounded-2xl bg-wait-soft px-5 py-4"
    >
      <div>
        <p className="font-semibold text-wait">{i18n.t('unlock.keepTitle')}</p>
        <p className="mt-1 text-[0.9375rem]">{i18n.t('unlock.keepText')}</p>
      </div>
      {step.at === 'note' && (
        <Button className="self-start" onClick={() => setStep({ at: 'ask' })}>
          {i18n.t('unlock.showWords')}
        </Button>
      )}
      {step.at === 'ask' && (
        <CredentialForm
          action={i18n.t('unlock.showWords')}
          run={async (credential) => {
            const asked = { accountId, what: 'phrase', credential } as const
            setStep({ at: 'words', phrase: await sendCommand('revealSecret', asked) })
          }}
          onCancel={back}
        />
      )}
      {step.at === 'words' && (
        <>
          <WordList phrase={step.phrase} />
          <CopySecret secret={step.phrase} label={i18n.t('unlock.copyWords')} />
          <Button look="primary" className="self-start" onClick={() => setStep(check(step.phrase))}>
            {i18n.t('unlock.written')}
          </Button>
        </>
      )}
      {step.at === 'check' && (
        <KeptWord
          position={step.position}
          word={step.word}
          onRight={async () => {
            await sendCommand('confirmBackup')
            onKept()
          }}
          onCancel={back}
        />
      )}
    </section>
  )
}

/** One of the words; the others are forgotten here. */
function check(phrase: string): Step {
  const words = phrase.split(' ')
  const [position = 1] = pickPositions(1, words.length)
  return { at: 'check', position, word: words[position - 1] ?? '' }
}
