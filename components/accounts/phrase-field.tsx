import { i18n } from '#i18n'
import { TextArea } from '../ui/text-area'
import { phraseFault, phraseFaultSoFar } from './phrase-words'

interface Props {
  text: string
  /** Says everything that is wrong, also what may only be unfinished. */
  complain: boolean
  onChange: (text: string) => void
}

/** The words of a wallet, looked at as they are typed. */
export function PhraseField({ text, complain, onChange }: Props) {
  const isRight = phraseFault(text) === undefined
  return (
    <div>
      <TextArea
        label={i18n.t('accounts.phrase')}
        hint={i18n.t('accounts.phraseHint')}
        error={complain ? phraseFault(text) : phraseFaultSoFar(text)}
        data-1p-ignore
        data-lpignore="true"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <p role="status" className={isRight ? 'mt-1 text-sm font-medium text-good' : 'sr-only'}>
        {isRight ? i18n.t('accounts.wordsRight') : ''}
      </p>
    </div>
  )
}
