import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'

interface Props {
  next: string
  /** Without it, Next submits the form around. */
  onNext?: () => void
  /** The other way; Back where nothing else is said. */
  other?: string
  onOther: () => void
  busy?: boolean
}

export function StepButtons({ next, onNext, other, onOther, busy = false }: Props) {
  return (
    <div className="mt-1 flex flex-wrap justify-between gap-3">
      <Button look="quiet" size="large" inert={busy} onClick={onOther}>
        {other ?? i18n.t('common.back')}
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
