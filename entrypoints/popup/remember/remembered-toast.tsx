import { X } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { usePairRule, useSiteRule } from '../../../components/hooks/use-limits'
import { Button } from '../../../components/ui/button'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { useView } from '../view'
import { isStill, type Remembered, setRule } from './remembered'

/** In the flow of the page: nothing lies over a button, and nothing above it moves. */
const TOAST = 'rounded-xl bg-copper-soft px-3.5 py-2 text-sm'

/** Says which rule was just made, and takes it back. */
export function RememberedToast({ className }: { className: string }) {
  const { remembered, remember } = useView()
  const isStored = useIsStored(remembered)
  const [undone, setUndone] = useState(false)
  const undo = useCommand()
  // Changed elsewhere meanwhile: taking it back would take back a later word.
  const shown = isStored ? remembered : undefined
  const isUndone = undone && remembered === undefined

  const takeBack = (one: Remembered) =>
    undo.run(async () => {
      await setRule(one, one.before)
      remember(undefined)
      setUndone(true)
    })
  return (
    <div className={shown || isUndone ? `${TOAST} ${className}` : 'sr-only'}>
      <div className="flex items-center gap-1">
        <p role="status" className="min-w-0 flex-1 wrap-anywhere">
          {shown?.words ?? (isUndone && i18n.t('popup.undone'))}
        </p>
        {shown && (
          <>
            <Button look="quiet" size="small" inert={undo.busy} onClick={() => takeBack(shown)}>
              {i18n.t('popup.undo')}
            </Button>
            <IconButton
              icon={X}
              label={i18n.t('popup.dismiss')}
              onClick={() => {
                remember(undefined)
                setUndone(false)
              }}
            />
          </>
        )}
      </div>
      <ProblemNote problem={undo.problem} />
    </div>
  )
}

/** Whether the rule that was made here is the one that is stored. */
function useIsStored(remembered: Remembered | undefined): boolean {
  const { site = '', payee } = remembered ?? {}
  const ofSite = useSiteRule(site)
  const ofPair = usePairRule(site, payee ?? site)
  const stored = payee === undefined ? ofSite : ofPair
  return remembered !== undefined && isStill(remembered, stored ?? null)
}
