import { ChevronLeft, ChevronRight } from 'lucide-react'
import { i18n } from '#i18n'
import { IconButton } from '../../components/ui/icon-button'
import type { Payment } from '../../lib/payment/payment'
import { useView } from './view'

/** `1 of 3`, one back, one on. */
export function QueueNav({
  waiting,
  currentId,
}: {
  waiting: readonly Payment[]
  currentId: string
}) {
  const show = useView((view) => view.show)
  const index = waiting.findIndex(({ id }) => id === currentId)
  const previous = waiting[index - 1]
  const next = waiting[index + 1]
  return (
    <nav
      aria-label={i18n.t('popup.waitingList')}
      className="mt-2 flex items-center justify-between"
    >
      <IconButton
        icon={ChevronLeft}
        label={i18n.t('popup.previous')}
        aria-disabled={!previous}
        onClick={() => previous && show(previous.id)}
      />
      <span role="status" className="text-sm font-medium text-muted">
        {i18n.t('popup.position', [index + 1, waiting.length])}
      </span>
      <IconButton
        icon={ChevronRight}
        label={i18n.t('popup.next')}
        aria-disabled={!next}
        onClick={() => next && show(next.id)}
      />
    </nav>
  )
}
