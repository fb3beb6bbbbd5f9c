import { useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { hostOf } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import type { SiteRule } from '../../../lib/payment/limits'
import { ForgetQuestion } from './forget-question'

interface Props {
  site: string
  rule: SiteRule | undefined
  onForgotten: () => void
}

/** Blocking holds at once, forgetting asks first. */
export function SiteActions({ site, rule, onForgotten }: Props) {
  const [asked, setAsked] = useState(false)
  const command = useCommand()
  const host = hostOf(site)
  const blocked = rule?.mode === 'never'

  async function forget() {
    if (await command.run(() => sendCommand('forgetSite', { site }))) onForgotten()
  }

  return (
    <div className="flex flex-col gap-3">
      {asked ? (
        <ForgetQuestion
          host={host}
          busy={command.busy}
          onForget={() => void forget()}
          onKeep={() => setAsked(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            inert={command.busy}
            aria-label={
              blocked ? i18n.t('sites.unblockSite', [host]) : i18n.t('sites.blockSite', [host])
            }
            onClick={() =>
              command.run(() =>
                sendCommand('setSiteRule', { site, rule: blocked ? null : { mode: 'never' } }),
              )
            }
          >
            {blocked ? i18n.t('sites.unblock') : i18n.t('sites.block')}
          </Button>
          <Button
            size="small"
            aria-label={i18n.t('sites.forgetSite', [host])}
            onClick={() => setAsked(true)}
          >
            {i18n.t('sites.forget')}
          </Button>
        </div>
      )}
      <ProblemNote problem={command.problem} />
    </div>
  )
}
