import { useRef } from 'react'
import { i18n } from '#i18n'
import { useArmed } from '../../../components/hooks/use-armed'
import { Button } from '../../../components/ui/button'

interface Props {
  amount: string
  /** Names what is on the screen; when it changes, the button disarms. */
  armingKey: string
  inert: boolean
  /** It was bought before: paying is not what the card suggests. */
  again: boolean
  onPay: () => void
}

/** The one button that spends money: never focused by us, dead until the card has been in view. */
export function PayButton({ amount, armingKey, inert, again, onPay }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const armed = useArmed(armingKey, button)
  return (
    <Button
      ref={button}
      look={again ? 'secondary' : 'primary'}
      size="large"
      className="w-full"
      inert={inert || !armed}
      onClick={onPay}
    >
      {i18n.t(again ? 'popup.payAgain' : 'popup.pay', [amount])}
    </Button>
  )
}
