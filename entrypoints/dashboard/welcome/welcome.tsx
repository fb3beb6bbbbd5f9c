import { useState } from 'react'
import { Redirect } from 'wouter'
import { pickPositions } from '../../../components/wallet/phrase-check'
import { newPhrase } from '../../../lib/wallet/account'
import { ChooseStep } from './choose-step'
import { ConfirmStep } from './confirm-step'
import { DoneStep } from './done-step'
import { ImportStep } from './import-step'
import { PassphraseStep } from './passphrase-step'
import type { Step } from './step'
import { WordsStep } from './words-step'

/** How many of the words are asked for again. */
const CHECKED_WORDS = 3

/** Setting up the one wallet, step by step. */
export function Welcome({ hasWallet }: { hasWallet: boolean }) {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const restart = () => setStep({ at: 'choose' })

  switch (step.at) {
    case 'choose':
      if (hasWallet) return <Redirect to="/wallet" replace />
      return (
        <ChooseStep
          onCreate={() => setStep({ at: 'words', phrase: newPhrase() })}
          onImport={() => setStep({ at: 'import' })}
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
            setStep({ at: 'passphrase', secret: { kind: 'phrase', phrase }, origin: 'created' })
          }
        />
      )
    }
    case 'import':
      return (
        <ImportStep
          onBack={restart}
          onNext={(secret) => setStep({ at: 'passphrase', secret, origin: 'imported' })}
        />
      )
    case 'passphrase':
      return (
        <PassphraseStep
          secret={step.secret}
          origin={step.origin}
          onBack={restart}
          onDone={(address) => setStep({ at: 'done', address })}
        />
      )
    case 'done':
      return <DoneStep address={step.address} />
  }
}
