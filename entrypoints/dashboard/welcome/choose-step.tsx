import { FileUp, KeyRound, Sparkles } from 'lucide-react'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { Choice } from './choice'
import { StepFrame } from './step-frame'

interface Props {
  onCreate: () => void
  onImport: () => void
  onRestore: () => void
}

export function ChooseStep({ onCreate, onImport, onRestore }: Props) {
  return (
    <StepFrame title={i18n.t('welcome.title')}>
      <div className="flex items-center gap-5">
        <Coin className="size-16 shrink-0" />
        <p className="text-muted">{i18n.t('welcome.intro')}</p>
      </div>
      <div className="mt-1 grid gap-3">
        <Choice
          icon={Sparkles}
          name={i18n.t('welcome.create')}
          hint={i18n.t('welcome.createHint')}
          onClick={onCreate}
        />
        <Choice
          icon={KeyRound}
          name={i18n.t('welcome.import')}
          hint={i18n.t('welcome.importHint')}
          onClick={onImport}
        />
        <Choice
          icon={FileUp}
          name={i18n.t('welcome.restore')}
          hint={i18n.t('welcome.restoreHint')}
          onClick={onRestore}
        />
      </div>
    </StepFrame>
  )
}
