import { i18n } from '#i18n'
import type { PopupQueue } from '../../../components/payment/queue'
import { Button } from '../../../components/ui/button'
import { useView } from '../view'

interface Props {
  paymentId: string
  queue: PopupQueue
  onEnd?: () => void
}

/** Puts an outcome away: on to what waits, or done. */
export function EndButton({ paymentId, queue, onEnd }: Props) {
  const { dismiss, show } = useView()
  const next = queue.waiting[0]
  return (
    <Button
      className="w-full"
      onClick={() => {
        onEnd?.()
        dismiss(paymentId)
        if (next) show(next.id)
      }}
    >
      {next ? i18n.t('popup.next') : i18n.t('common.done')}
    </Button>
  )
}
