import { i18n } from '#i18n'
import { Card } from '../../../components/ui/card'
import { UnlockForm } from '../../../components/wallet/unlock-form'
import type { Payment } from '../../../lib/payment/payment'
import { WaitingLine } from './waiting-line'

export function Locked({ waiting }: { waiting: readonly Payment[] }) {
  return (
    <Card className="flex flex-col gap-4 p-5">
      <h1 className="text-lg font-semibold">{i18n.t('lock.title')}</h1>
      <WaitingLine waiting={waiting} />
      <UnlockForm />
    </Card>
  )
}
