import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import type { Payment } from '../../../lib/payment/payment'
import { byPage } from '../../../lib/payment/queue'
import { declineEach } from './decide-each'
import { PageQueue } from './page-queue'

interface Props {
  waiting: readonly Payment[]
  currentId: string
  /** Tab that the popup stands over. */
  tabId: number | undefined
}

/** All that waits, page by page; nothing beside a single question. */
export function WaitingList({ waiting, currentId, tabId }: Props) {
  const declineAll = useCommand()
  if (waiting.length < 2) return null
  const pages = byPage(waiting)
  return (
    <section aria-labelledby="waiting-list" className="mt-4">
      <div className="flex min-h-8 items-center justify-between ps-1">
        <h2 id="waiting-list" className="text-sm font-medium text-muted">
          {i18n.t('popup.waitingList')}
        </h2>
        {pages.length > 1 && (
          <Button
            look="quiet"
            size="small"
            inert={declineAll.busy}
            onClick={() => declineAll.run(() => declineEach(waiting))}
          >
            {i18n.t('popup.notNowAll')}
          </Button>
        )}
      </div>
      <div className="mt-1 flex flex-col gap-3">
        {pages.map((page) => (
          <PageQueue
            key={page.key}
            page={page}
            currentId={currentId}
            open={pages.length === 1 || page.tabId === tabId}
          />
        ))}
      </div>
    </section>
  )
}
