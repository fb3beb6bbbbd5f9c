import { i18n } from '#i18n'
import { CopyButton } from '../../../components/ui/copy-button'
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
      <ol
        aria-label={i18n.t('welcome.wordsList')}
        translate="no"
        className="grid grid-cols-2 gap-2 sm:grid-cols-3"
      >
        {numbered(phrase).map(({ position, word }) => (
          <li
            key={position}
            className="flex items-baseline gap-2.5 rounded-xl bg-sunken px-3.5 py-2.5"
          >
            <span className="w-5 text-right text-sm text-muted">{position}</span>
            <span className="font-semibold">{word}</span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        <CopyButton wide text={phrase} label={i18n.t('welcome.copyWords')} />
        {i18n.t('welcome.copyWarning')}
      </div>
      <StepButtons next={i18n.t('welcome.wordsWritten')} onBack={onBack} onNext={onNext} />
    </StepFrame>
  )
}

function numbered(phrase: string): { position: number; word: string }[] {
  return phrase.split(' ').map((word, index) => ({ position: index + 1, word }))
}
