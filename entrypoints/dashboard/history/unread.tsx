import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'

/** The records cannot be read; what was read before stays below. */
export function Unread({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="mb-4 space-y-3">
      <ProblemNote problem={{ code: 'storage_unavailable' }} />
      <Button onClick={onAgain}>{i18n.t('common.checkAgain')}</Button>
    </div>
  )
}
