import type { FormEvent } from 'react'
import { i18n } from '#i18n'
import { NewPassphraseFields } from '../../../components/accounts/new-passphrase-fields'
import { useCommand } from '../../../components/hooks/use-command'
import { useNewPassphrase } from '../../../components/hooks/use-new-passphrase'
import { ProblemNote } from '../../../components/ui/problem-note'
import type { Secret } from '../../../lib/vault-messages'
import { makeWallet } from './make-wallet'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  secret: Secret
  /** Made here, not brought along. */
  isNew: boolean
  onBack: () => void
  onDone: () => void
}

/** The passphrase, and the wallet is made. */
export function PassphraseStep({ secret, isNew, onBack, onDone }: Props) {
  const typed = useNewPassphrase()
  const creation = useCommand()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (creation.busy || !typed.check()) return
    void creation.run(async () => {
      await makeWallet({ secret, passphrase: typed.text, backedUp: true })
      onDone()
    })
  }

  const finish = isNew ? i18n.t('welcome.finish') : i18n.t('welcome.finishImport')
  return (
    <StepFrame title={i18n.t('welcome.passphraseTitle')}>
      <p className="text-muted">{i18n.t('welcome.passphraseText')}</p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NewPassphraseFields
          label={i18n.t('welcome.passphrase')}
          labelAgain={i18n.t('welcome.passphraseAgain')}
          typed={typed}
        />
        <ProblemNote problem={creation.problem} />
        <StepButtons
          next={creation.busy ? i18n.t('welcome.working') : finish}
          busy={creation.busy}
          onOther={onBack}
        />
      </form>
    </StepFrame>
  )
}
