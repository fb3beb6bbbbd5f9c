import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { ProblemNote } from '../../../components/ui/problem-note'
import { Toggle } from '../../../components/ui/toggle'
import { sendCommand } from '../../../lib/messages'
import { getAttention } from '../../../lib/store/attention'
import type { Attention } from '../../../lib/store/db'
import { NotifyAmount } from './notify-amount'

/** Where the user begins: ten cents. */
const FIRST_NOTIFY_FROM = 100_000n

/** How the wallet may call the user. */
export function AttentionForm() {
  const attention = useLiveQuery(getAttention, [])
  const [refused, setRefused] = useState(false)
  const command = useCommand()
  if (!attention) return null

  const change = (changed: Partial<Attention>) => {
    const { openPopup, notifyFrom } = { ...attention, ...changed }
    return command.run(() =>
      sendCommand('setAttention', { openPopup, notifyFrom: notifyFrom?.toString() ?? null }),
    )
  }
  const notify = async (on: boolean) => {
    // Browsers ask only right after a click: nothing may come before.
    const allowed = !on || (await browser.permissions.request({ permissions: ['notifications'] }))
    setRefused(!allowed)
    if (allowed) await change({ notifyFrom: on ? FIRST_NOTIFY_FROM : null })
  }

  return (
    <div className="flex max-w-xl flex-col gap-5">
      <Toggle
        label={i18n.t('settings.openPopup')}
        hint={i18n.t('settings.openPopupHint')}
        checked={attention.openPopup}
        onChange={(openPopup) => change({ openPopup })}
      />
      <Toggle
        label={i18n.t('settings.notify')}
        hint={i18n.t('settings.notifyHint')}
        checked={attention.notifyFrom !== null}
        onChange={notify}
      />
      {attention.notifyFrom !== null && (
        <NotifyAmount
          microUsd={attention.notifyFrom}
          onSave={(notifyFrom) => change({ notifyFrom })}
        />
      )}
      <p role="alert" className={refused ? 'text-sm font-medium text-wait' : 'sr-only'}>
        {refused && i18n.t('settings.notifyRefused')}
      </p>
      <ProblemNote problem={command.problem} />
    </div>
  )
}
