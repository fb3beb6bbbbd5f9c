import { Download, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { i18n } from '#i18n'
import { ExportForm } from '../../../components/accounts/export-form'
import { Panel } from '../../../components/accounts/panel'
import { RestoreForm } from '../../../components/accounts/restore-form'
import { RestoreReport } from '../../../components/accounts/restore-report'
import { Button } from '../../../components/ui/button'
import type { BackupReport } from '../../../lib/vault-messages'
import { Section } from '../section'

type State = { at: 'export' | 'restore' } | { at: 'saved'; name: string } | Restored
interface Restored {
  at: 'restored'
  report: BackupReport
}

/** The whole wallet into a file, and back. */
export function BackupSection() {
  const [state, setState] = useState<State>()
  const buttons = useRef<HTMLDivElement>(null)

  function close(next?: State) {
    setState(next)
    buttons.current?.focus()
  }

  return (
    <Section title={i18n.t('backup.title')} text={i18n.t('backup.text')}>
      <div
        ref={buttons}
        tabIndex={-1}
        className={`flex flex-wrap gap-2 outline-none ${state ? 'mb-4' : ''}`}
      >
        <Button
          aria-expanded={state?.at === 'export'}
          onClick={() => setState(state?.at === 'export' ? undefined : { at: 'export' })}
        >
          <Download aria-hidden className="size-4" />
          {i18n.t('backup.export')}
        </Button>
        <Button
          aria-expanded={state?.at === 'restore'}
          onClick={() => setState(state?.at === 'restore' ? undefined : { at: 'restore' })}
        >
          <Upload aria-hidden className="size-4" />
          {i18n.t('backup.restore')}
        </Button>
      </div>
      {state?.at === 'export' && (
        <Panel key="export" title={i18n.t('backup.export')}>
          <ExportForm onSaved={(name) => close({ at: 'saved', name })} onCancel={() => close()} />
        </Panel>
      )}
      {state?.at === 'restore' && (
        <Panel key="restore" title={i18n.t('backup.restore')}>
          <RestoreForm
            onDone={(report) => close({ at: 'restored', report })}
            onCancel={() => close()}
          />
        </Panel>
      )}
      <div role="status" className="text-[0.9375rem]">
        {state?.at === 'saved' && (
          <p className="font-medium text-good">{i18n.t('backup.saved', [state.name])}</p>
        )}
        {state?.at === 'restored' && <RestoreReport report={state.report} />}
      </div>
    </Section>
  )
}
