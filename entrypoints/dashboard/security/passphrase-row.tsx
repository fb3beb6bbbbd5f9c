import { useState } from 'react'
import { i18n } from '#i18n'
import { Panel } from '../../../components/accounts/panel'
import { PassphraseForm } from '../../../components/accounts/passphrase-form'
import { Button } from '../../../components/ui/button'

interface Props {
  isSet: boolean
  onDone: () => void
}

/** The passphrase: whether there is one, and another one. */
export function PassphraseRow({ isSet, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const action = isSet ? i18n.t('security.change') : i18n.t('security.setPassphrase')
  return (
    <div className="flex flex-col gap-4 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 className="font-medium">{i18n.t('security.passphrase')}</h3>
          <p className="text-sm text-muted">
            {isSet ? i18n.t('security.passphraseSet') : i18n.t('security.passphraseNone')}
          </p>
        </div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {action}
        </Button>
      </div>
      {open && (
        <Panel title={action}>
          <PassphraseForm
            action={action}
            onDone={() => {
              setOpen(false)
              onDone()
            }}
            onCancel={() => setOpen(false)}
          />
        </Panel>
      )}
    </div>
  )
}
