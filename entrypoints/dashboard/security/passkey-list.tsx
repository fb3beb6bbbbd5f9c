import { useState } from 'react'
import { i18n } from '#i18n'
import type { PasskeyOfVault } from '../../../components/accounts/locks'
import { Panel } from '../../../components/accounts/panel'
import { PasskeyForm } from '../../../components/accounts/passkey-form'
import { usePasskeysWork } from '../../../components/hooks/use-locks'
import { Button } from '../../../components/ui/button'
import { PasskeyRow } from './passkey-row'

interface Props {
  passkeys: readonly PasskeyOfVault[]
  onAdded: () => void
  onRemoved: () => void
}

/** The passkeys that open the wallet, and one more. */
export function PasskeyList({ passkeys, onAdded, onRemoved }: Props) {
  const work = usePasskeysWork()
  const [adding, setAdding] = useState(false)
  return (
    <div className="flex flex-col gap-4 pt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="font-medium">{i18n.t('security.passkeys')}</h3>
          {passkeys.length === 0 && work !== undefined && (
            <p className="text-sm text-muted">
              {work ? i18n.t('security.noPasskeys') : i18n.t('security.passkeysElsewhere')}
            </p>
          )}
        </div>
        {work && (
          <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {i18n.t('security.addPasskey')}
          </Button>
        )}
      </div>
      {adding && (
        <Panel title={i18n.t('security.addPasskey')}>
          <PasskeyForm
            onDone={() => {
              setAdding(false)
              onAdded()
            }}
            onCancel={() => setAdding(false)}
          />
        </Panel>
      )}
      {passkeys.length > 0 && (
        <ul aria-label={i18n.t('security.passkeys')} className="flex flex-col gap-3">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRemoved={onRemoved} />
          ))}
        </ul>
      )}
    </div>
  )
}
