import { useState } from 'react'
import { i18n } from '#i18n'
import type { Locks } from '../../../components/accounts/locks'
import { Panel } from '../../../components/accounts/panel'
import { PassphraseForm } from '../../../components/accounts/passphrase-form'
import { RemovePassphrase } from '../../../components/accounts/remove-passphrase'
import { usePasskeysWork } from '../../../components/hooks/use-locks'
import { Button } from '../../../components/ui/button'

interface Props {
  locks: Locks
  onChanged: () => void
  onRemoved: () => void
}

/** The passphrase: whether there is one, another one, and its end where a passkey is left. */
export function PassphraseRow({ locks, onChanged, onRemoved }: Props) {
  const [open, setOpen] = useState<'change' | 'remove'>()
  const passkeysWork = usePasskeysWork()
  const lockId = passkeysWork ? locks.passphraseId : undefined
  const change = locks.passphrase ? i18n.t('security.change') : i18n.t('security.setPassphrase')
  const toggle = (what: typeof open) => setOpen(open === what ? undefined : what)
  const close = () => setOpen(undefined)

  function done(tell: () => void) {
    close()
    tell()
  }

  return (
    <div className="flex flex-col gap-4 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 className="font-medium">{i18n.t('security.passphrase')}</h3>
          <p className="text-sm text-muted">
            {locks.passphrase
              ? i18n.t('security.passphraseSet')
              : i18n.t('security.passphraseNone')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button aria-expanded={open === 'change'} onClick={() => toggle('change')}>
            {change}
          </Button>
          {lockId && (
            <Button aria-expanded={open === 'remove'} onClick={() => toggle('remove')}>
              {i18n.t('security.removePassphrase')}
            </Button>
          )}
        </div>
      </div>
      {open === 'change' && (
        <Panel key="change" title={change}>
          <PassphraseForm action={change} onDone={() => done(onChanged)} onCancel={close} />
        </Panel>
      )}
      {open === 'remove' && lockId && (
        <Panel key="remove" title={i18n.t('security.removePassphrase')}>
          <RemovePassphrase lockId={lockId} onDone={() => done(onRemoved)} onCancel={close} />
        </Panel>
      )}
    </div>
  )
}
