import { i18n } from '#i18n'
import { WordList } from '../../../components/accounts/word-list'
import { CopySecret } from '../../../components/wallet/copy-secret'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  phrase: string
  onBack: () => void
  onNext: () => void
}

/** The words, shown once. */
export function WordsStep({ phrase, onBack, onNext }: Props) {
  return (
    <StepFrame title={i18n.t('welcome.wordsTitle')}>
      <p className="rounded-xl bg-wait-soft px-4 py-3 text-[0.9375rem]">
        {i18n.t('welcome.wordsText')}
      </p>
      <WordList phrase={phrase} />
      <CopySecret secret={phrase} label={i18n.t('unlock.copyWords')} />
      <StepButtons next={i18n.t('unlock.written')} onOther={onBack} onNext={onNext} />
    </StepFrame>
  )
}
