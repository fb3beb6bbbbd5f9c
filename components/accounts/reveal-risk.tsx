import { TriangleAlert } from 'lucide-react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'

interface Props {
  what: 'phrase' | 'privateKey'
  onGoOn: () => void
  onCancel: () => void
}

/** What showing a secret can lead to, before anything is shown. */
export function RevealRisk({ what, onGoOn, onCancel }: Props) {
  return (
    <>
      <div className="flex flex-col gap-2.5 rounded-xl bg-wait-soft px-4 py-3 text-[0.9375rem]">
        <p className="flex gap-2.5 font-medium">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-wait" />
          {what === 'phrase' ? i18n.t('reveal.wordsRisk') : i18n.t('reveal.keyRisk')}
        </p>
        <p>{i18n.t('reveal.nobody')}</p>
        <p>{i18n.t('reveal.alone')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onGoOn}>{i18n.t('reveal.goOn')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('accounts.cancel')}
        </Button>
      </div>
    </>
  )
}
