import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { PassphraseField } from '../../../components/ui/passphrase-field'
import { ProblemNote } from '../../../components/ui/problem-note'
import { type PassphraseFault, passphraseFault } from '../../../components/wallet/passphrase-check'
import { type Secret, sendCommand } from '../../../lib/messages'
import { MIN_PASSPHRASE_LENGTH } from '../../../lib/wallet/vault'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  secret: Secret
  origin: 'created' | 'imported'
  onBack: () => void
  onDone: (address: string) => void
}

/** The passphrase, and the wallet is made. */
export function PassphraseStep({ secret, origin, onBack, onDone }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<PassphraseFault>()
  const creation = useCommand()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = passphraseFault(passphrase, again)
    setFault(found)
    if (found) return
    await creation.run(async () => {
      onDone(await sendCommand('createWallet', { secret, passphrase, backedUp: true }))
    })
  }

  const finish = origin === 'created' ? i18n.t('welcome.finish') : i18n.t('welcome.finishImport')
  return (
    <StepFrame title={i18n.t('welcome.passphraseTitle')}>
      <p className="text-muted">{i18n.t('welcome.passphraseText')}</p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <PassphraseField
          label={i18n.t('welcome.passphrase')}
          hint={i18n.t('welcome.passphraseHint', [MIN_PASSPHRASE_LENGTH])}
          error={fault === 'short' ? i18n.t('problem.passphrase_too_short.title') : undefined}
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => {
            setFault(undefined)
            setPassphrase(event.target.value)
          }}
        />
        <PassphraseField
          label={i18n.t('welcome.passphraseAgain')}
          error={fault === 'differs' ? i18n.t('welcome.passphraseDiffers') : undefined}
          autoComplete="new-password"
          value={again}
          onChange={(event) => {
            setFault(undefined)
            setAgain(event.target.value)
          }}
        />
        <ProblemNote problem={creation.problem} />
        <StepButtons
          next={creation.busy ? i18n.t('welcome.working') : finish}
          busy={creation.busy}
          onBack={onBack}
        />
      </form>
    </StepFrame>
  )
}
