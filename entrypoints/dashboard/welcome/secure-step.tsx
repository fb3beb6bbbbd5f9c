import { Fingerprint, KeyRound } from 'lucide-react'
import { useRef } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { createPasskey } from '../../../components/wallet/passkey'
import type { NewPasskey, Secret } from '../../../lib/vault-messages'
import { newPhrase } from '../../../lib/wallet/account'
import { Choice } from './choice'
import { makeWallet } from './make-wallet'
import { StepFrame } from './step-frame'

interface Props {
  /** What the user brought along; a new wallet without it. */
  secret: Secret | undefined
  onPassphrase: () => void
  onBack: () => void
  onDone: () => void
}

/** How the wallet opens. With a passkey it is made at once; its words can be written down later. */
export function SecureStep({ secret, onPassphrase, onBack, onDone }: Props) {
  const creation = useCommand()
  // Made once: what fails after it leaves no second one in the device.
  const made = useRef<NewPasskey>(undefined)

  const byPasskey = () =>
    creation.run(async () => {
      made.current ??= await createPasskey(i18n.t('app.name'))
      await makeWallet({
        secret: secret ?? { kind: 'phrase', phrase: newPhrase() },
        passkey: made.current,
        backedUp: secret !== undefined,
      })
      onDone()
    })

  return (
    <StepFrame title={i18n.t('welcome.secureTitle')}>
      <p className="text-muted">{i18n.t('welcome.secureText')}</p>
      <div className="grid gap-3">
        <Choice
          icon={Fingerprint}
          name={creation.busy ? i18n.t('welcome.working') : i18n.t('welcome.passkey')}
          hint={i18n.t('welcome.passkeyHint')}
          busy={creation.busy}
          onClick={byPasskey}
        />
        <Choice
          icon={KeyRound}
          name={i18n.t('welcome.byPassphrase')}
          hint={i18n.t(secret ? 'welcome.byPassphraseHint' : 'welcome.byWordsHint')}
          busy={creation.busy}
          onClick={onPassphrase}
        />
      </div>
      <ProblemNote problem={creation.problem} />
      <div>
        <Button look="quiet" size="large" inert={creation.busy} onClick={onBack}>
          {i18n.t('common.back')}
        </Button>
      </div>
    </StepFrame>
  )
}
