import { ChevronDown } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { useCommand } from '../../../components/hooks/use-command'
import { hostOf } from '../../../components/payment/site'
import { Button } from '../../../components/ui/button'
import { CARD } from '../../../components/ui/card'
import type { PageGroup } from '../../../lib/payment/queue'
import { declineEach } from './decide-each'
import { PayAll } from './pay-all'
import { useBundle } from './use-bundle'
import { WaitingRow } from './waiting-row'

interface Props {
  page: PageGroup
  currentId: string
  /** Whether it is open before anybody has touched it. */
  open: boolean
}

/** What one page asks for, and one answer to all of it. */
export function PageQueue({ page, currentId, open }: Props) {
  const { site, payments } = page
  return (
    <Collapsible.Root defaultOpen={open} className={`${CARD} overflow-hidden`}>
      <Collapsible.Trigger className="group flex w-full items-center gap-3 px-3 py-2.5 text-start hover:bg-sunken">
        <LetterTile origin={site} className="size-8 text-sm" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{hostOf(site)}</span>
          <span className="block text-xs text-muted">
            {i18n.t('popup.payments', payments.length)}
          </span>
        </span>
        <ChevronDown
          aria-hidden
          className="size-4 text-muted transition-transform group-data-[state=open]:rotate-180"
        />
      </Collapsible.Trigger>
      <Collapsible.Content>
        <OpenQueue page={page} currentId={currentId} />
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function OpenQueue({ page, currentId }: Omit<Props, 'open'>) {
  const { site, payments } = page
  const decline = useCommand()
  const { bundle, isCurrent } = useBundle(payments)
  const together = new Set(bundle?.payments.map(({ id }) => id))
  return (
    <>
      <ul
        aria-label={i18n.t('popup.asksOf', [hostOf(site)])}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list is reached by keyboard
        tabIndex={0}
        className="max-h-72 overflow-y-auto border-t border-line px-1 py-1"
      >
        {payments.map((payment) => (
          <WaitingRow
            key={payment.id}
            payment={payment}
            isShown={payment.id === currentId}
            isAlone={bundle !== null && !together.has(payment.id)}
          />
        ))}
      </ul>
      {payments.length > 1 && (
        <div className="flex flex-col gap-2 border-t border-line p-3">
          {bundle && <PayAll bundle={bundle} isCurrent={isCurrent} of={payments.length} />}
          <Button
            look="quiet"
            inert={decline.busy}
            onClick={() => decline.run(() => declineEach(payments))}
          >
            {i18n.t('popup.notNowThese', [payments.length])}
          </Button>
        </div>
      )}
    </>
  )
}
