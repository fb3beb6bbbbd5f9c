import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'

interface Props {
  next: string
  onBack: () => void
  /** Without it, Next submits the form around. */
  onNext?: () => void
  busy?: boolean
}

export function StepButtons({ next, onBack, onNext, busy = false }: Props) {
  return (
    <div className="mt-1 flex justify-between gap-3">
      <Button look="quiet" size="large" inert={busy} onClick={onBack}>
        {i18n.t('common.back')}
      </Button>
      <Button
        type={onNext ? 'button' : 'submit'}
        look="primary"
        size="large"
        inert={busy}
        {...(onNext && { onClick: onNext })}
      >
        {next}
      </Button>
    </div>
  )
}
