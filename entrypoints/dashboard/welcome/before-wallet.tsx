import { useEffect, useState } from 'react'
import { usePasskeysWork } from '../../../components/hooks/use-locks'
import { pickPositions } from '../../../components/wallet/phrase-check'
import { noteSetUp } from '../../../lib/store/set-up'
import type { Secret } from '../../../lib/vault-messages'
import { newPhrase } from '../../../lib/wallet/account'
import { ChooseStep } from './choose-step'
import { ConfirmStep } from './confirm-step'
import { ImportStep } from './import-step'
import { PassphraseStep } from './passphrase-step'
import { RestoreStep } from './restore-step'
import { RestoredStep } from './restored-step'
import { SecureStep } from './secure-step'
import type { Step } from './step'
import { WordsStep } from './words-step'

/** How many of the words are asked for again. */
const CHECKED_WORDS = 3

interface Props {
  hasWallet: boolean
  onDone: () => void
}

/** The way to a wallet. Nothing of it outlives the page: a page that is opened again begins anew. */
export function BeforeWallet({ hasWallet, onDone }: Props) {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const passkeysWork = usePasskeysWork()
  const restart = () => setStep({ at: 'choose' })
  const isElsewhere = hasWallet && step.at === 'choose'

  useEffect(() => {
    if (isElsewhere) onDone()
  }, [isElsewhere, onDone])

  useEffect(() => {
    // A page that the browser keeps for Back would bring the words along.
    const forget = () => setStep({ at: 'choose' })
    window.addEventListener('pagehide', forget)
    return () => window.removeEventListener('pagehide', forget)
  }, [])

  const byPassphrase = (secret?: Secret): Step =>
    secret ? { at: 'passphrase', secret, isNew: false } : { at: 'words', phrase: newPhrase() }
  const secure = (secret?: Secret) =>
    setStep(passkeysWork ? { at: 'secure', ...(secret && { secret }) } : byPassphrase(secret))

  switch (step.at) {
    case 'choose':
      return (
        <ChooseStep
          onCreate={() => secure()}
          onImport={() => setStep({ at: 'import' })}
          onRestore={() => setStep({ at: 'restore' })}
        />
      )
    case 'import':
      return <ImportStep onBack={restart} onNext={secure} />
    case 'restore':
      return (
        <RestoreStep onBack={restart} onDone={(report) => setStep({ at: 'restored', report })} />
      )
    case 'restored':
      return (
        <RestoredStep
          report={step.report}
          onNext={async () => {
            await noteSetUp('done')
            onDone()
          }}
        />
      )
    case 'secure':
      return (
        <SecureStep
          secret={step.secret}
          onPassphrase={() => setStep(byPassphrase(step.secret))}
          onBack={restart}
          onDone={onDone}
        />
      )
    case 'words': {
      const { phrase } = step
      const positions = () => pickPositions(CHECKED_WORDS, phrase.split(' ').length)
      return (
        <WordsStep
          phrase={phrase}
          onBack={restart}
          onNext={() => setStep({ at: 'confirm', phrase, positions: positions() })}
        />
      )
    }
    case 'confirm': {
      const { phrase, positions } = step
      return (
        <ConfirmStep
          phrase={phrase}
          positions={positions}
          onBack={() => setStep({ at: 'words', phrase })}
          onNext={() =>
            setStep({ at: 'passphrase', secret: { kind: 'phrase', phrase }, isNew: true })
          }
        />
      )
    }
    case 'passphrase':
      return (
        <PassphraseStep secret={step.secret} isNew={step.isNew} onBack={restart} onDone={onDone} />
      )
  }
}
