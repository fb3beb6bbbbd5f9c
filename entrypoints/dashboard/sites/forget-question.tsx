import { useEffect, useRef } from 'react'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'

interface Props {
  host: string
  busy: boolean
  onForget: () => void
  onKeep: () => void
}

/** Says what goes and what stays before a site is forgotten. */
export function ForgetQuestion({ host, busy, onForget, onKeep }: Props) {
  const keep = useRef<HTMLButtonElement>(null)
  // What was pressed is gone; the focus goes to the answer that changes nothing.
  useEffect(() => keep.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: A question is no set of fields.
    <div role="group" aria-label={i18n.t('sites.forgetSite', [host])}>
      <p className="text-sm">{i18n.t('sites.forgetText', [host])}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" ref={keep} onClick={onKeep}>
          {i18n.t('sites.forgetNo')}
        </Button>
        <Button size="small" look="primary" inert={busy} onClick={onForget}>
          {i18n.t('sites.forgetYes')}
        </Button>
      </div>
    </div>
  )
}
