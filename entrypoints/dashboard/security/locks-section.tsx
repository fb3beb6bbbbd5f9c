import { useRef, useState } from 'react'
import { i18n } from '#i18n'
import { useLocks } from '../../../components/hooks/use-locks'
import { Section } from '../section'
import { PasskeyList } from './passkey-list'
import { PassphraseRow } from './passphrase-row'

/** Everything that opens the wallet. */
export function LocksSection() {
  const locks = useLocks()
  const [done, setDone] = useState<
    'changed' | 'passphraseRemoved' | 'passkeyAdded' | 'passkeyRemoved'
  >()
  const status = useRef<HTMLParagraphElement>(null)
  if (!locks) return null

  function tell(what: typeof done) {
    setDone(what)
    status.current?.focus()
  }

  return (
    <Section title={i18n.t('security.locks')} text={i18n.t('security.locksText')}>
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={done ? 'mb-4 text-sm font-medium text-good outline-none' : 'sr-only'}
      >
        {done && i18n.t(`security.${done}`)}
      </p>
      <div className="flex flex-col divide-y divide-line">
        <PassphraseRow
          locks={locks}
          onChanged={() => tell('changed')}
          onRemoved={() => tell('passphraseRemoved')}
        />
        <PasskeyList
          passkeys={locks.passkeys}
          onAdded={() => tell('passkeyAdded')}
          onRemoved={() => tell('passkeyRemoved')}
        />
      </div>
    </Section>
  )
}
