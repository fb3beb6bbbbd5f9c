import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { useAutoLock } from '../../../components/hooks/use-auto-lock'
import { useCommand } from '../../../components/hooks/use-command'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Select } from '../../../components/ui/select'
import { Toggle } from '../../../components/ui/toggle'
import { sendCommand } from '../../../lib/messages'
import type { AutoLock } from '../../../lib/store/db'
import { Section } from '../section'
import { DURATIONS, durationWords } from './duration'

/** When the wallet locks by itself; a choice holds at once. */
export function AutoLockSection() {
  const autoLock = useAutoLock()
  const command = useCommand()
  if (!autoLock) return null
  const { minutes } = autoLock
  const durations = DURATIONS.includes(minutes) ? DURATIONS : [minutes, ...DURATIONS]
  const set = (change: Partial<AutoLock>) =>
    command.run(() => sendCommand('setAutoLock', { ...autoLock, ...change }))
  return (
    <Section title={i18n.t('security.auto')}>
      <div className="flex max-w-md flex-col gap-5">
        <Select
          label={i18n.t('security.autoLabel')}
          value={String(minutes)}
          choices={durations.map((one) => ({ value: String(one), name: durationWords(one) }))}
          onChange={(value) => set({ minutes: value === 'null' ? null : Number(value) })}
        />
        {/* Firefox does not tell of a locked screen. */}
        {browser.idle && (
          <Toggle
            label={i18n.t('security.withScreen')}
            hint={i18n.t('security.withScreenHint')}
            checked={autoLock.onSystemLock}
            onChange={(onSystemLock) => set({ onSystemLock })}
          />
        )}
        <ProblemNote problem={command.problem} />
      </div>
    </Section>
  )
}
