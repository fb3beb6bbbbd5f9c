import { KeyRound, type LucideIcon, Sparkles } from 'lucide-react'
import { i18n } from '#i18n'
import { Coin } from '../../../components/brand/coin'
import { StepFrame } from './step-frame'

interface Props {
  onCreate: () => void
  onImport: () => void
}

export function ChooseStep({ onCreate, onImport }: Props) {
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
      </div>
    </StepFrame>
  )
}

interface ChoiceProps {
  icon: LucideIcon
  name: string
  hint: string
  onClick: () => void
}

function Choice({ icon: Icon, name, hint, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex items-center gap-4 rounded-2xl border border-line-strong/60 p-4 text-left transition-colors hover:border-copper hover:bg-copper-soft/40"
    >
      <span className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-copper-soft text-copper">
        <Icon aria-hidden className="size-5" />
      </span>
      <span>
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
    </button>
  )
}
