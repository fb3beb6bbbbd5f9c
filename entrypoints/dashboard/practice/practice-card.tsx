import { Check } from 'lucide-react'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { Badge } from '../../../components/ui/badge'
import { Button } from '../../../components/ui/button'
import { Card } from '../../../components/ui/card'
import { PayButton } from '../../popup/ask/pay-button'
import { Price } from '../../popup/ask/price'
import { PRICE } from './practice-price'

const ORIGIN = 'https://practice.example'

interface Props {
  paid: boolean
  onPay: () => void
  onEnd: () => void
}

/** The card of the popup as it asks for a payment, and as it ends. */
export function PracticeCard({ paid, onPay, onEnd }: Props) {
  const site = i18n.t('practice.site')
  return (
    <Card className="overflow-hidden">
      <div role="status" className="flex items-center gap-3 px-5 pt-5">
        {paid ? (
          <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-good-soft text-good">
            <Check aria-hidden className="size-6" strokeWidth={2.5} />
          </span>
        ) : (
          <LetterTile origin={ORIGIN} />
        )}
        <h2 className="min-w-0 font-medium wrap-anywhere">
          {paid ? i18n.t('popup.paid', [PRICE, site]) : i18n.t('popup.asks', [site])}
        </h2>
      </div>
      <div className="flex flex-col gap-3 px-5 pt-3 pb-5">
        {!paid && <Price amount={PRICE} />}
        <p className="border-s-2 border-copper/50 ps-3 text-[0.9375rem]">
          {i18n.t('practice.headline')}
        </p>
        <div>
          <Badge tone="wait">{i18n.t('practice.money')}</Badge>
        </div>
        {paid ? (
          <Button look="primary" size="large" className="w-full" autoFocus onClick={onEnd}>
            {i18n.t('common.continue')}
          </Button>
        ) : (
          <div className="flex flex-col gap-2">
            <PayButton amount={PRICE} armingKey={site} inert={false} again={false} onPay={onPay} />
            <Button className="w-full" onClick={onEnd}>
              {i18n.t('practice.skip')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
