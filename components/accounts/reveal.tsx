import { useCallback, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import type { Account } from '../../lib/wallet/accounts'
import { useFleeting } from '../hooks/use-fleeting'
import { Button } from '../ui/button'
import { accountName } from './account-words'
import { CredentialForm } from './credential-form'
import { Panel } from './panel'
import { RevealRisk } from './reveal-risk'
import { SecretCard } from './secret-card'

type Step = { at: 'risk' | 'ask' | 'gone' } | { at: 'shown'; secret: string }

interface Props {
  account: Account
  what: 'phrase' | 'privateKey'
  onDone: () => void
}

/**
 * The words or the private key of an account: the risk first, then the passphrase, then the secret
 * for a minute. It is held here only, so that Back, reload or another page cannot bring it back.
 */
export function Reveal({ account, what, onDone }: Props) {
  const [step, setStep] = useState<Step>({ at: 'risk' })
  const hide = useCallback(() => setStep({ at: 'gone' }), [])
  useFleeting(step.at === 'shown', hide)
  const name = accountName(account)
  const isPhrase = what === 'phrase'
  const action = isPhrase ? i18n.t('reveal.askWords') : i18n.t('reveal.askKey')
  return (
    <Panel title={i18n.t(isPhrase ? 'reveal.wordsTitle' : 'reveal.keyTitle', [name])}>
      {step.at === 'risk' && (
        <RevealRisk what={what} onGoOn={() => setStep({ at: 'ask' })} onCancel={onDone} />
      )}
      {step.at === 'ask' && (
        <CredentialForm
          action={action}
          autoFocus
          run={async (credential) => {
            const accountId = account.id
            const secret = await sendCommand('revealSecret', { accountId, what, credential })
            setStep({ at: 'shown', secret })
          }}
          onCancel={onDone}
        />
      )}
      {step.at === 'shown' && <SecretCard what={what} secret={step.secret} onDone={onDone} />}
      <p role="status" className={step.at === 'gone' ? 'text-[0.9375rem]' : 'sr-only'}>
        {step.at === 'gone' && i18n.t('reveal.gone')}
      </p>
      {step.at === 'gone' && (
        <div className="flex flex-wrap gap-2">
          <Button autoFocus onClick={() => setStep({ at: 'ask' })}>
            {action}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {i18n.t('reveal.done')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
