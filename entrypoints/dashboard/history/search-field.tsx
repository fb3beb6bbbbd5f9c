import { Search, X } from 'lucide-react'
import { useId } from 'react'
import { i18n } from '#i18n'
import { INPUT } from '../../../components/ui/field'
import { useDraft } from './use-draft'

interface Props {
  label: string
  hint: string
  value: string
  onChange: (text: string) => void
}

/** One field for a search, which begins when the typing pauses. */
export function SearchField({ label, hint, value, onChange }: Props) {
  const id = useId()
  const [text, setText] = useDraft(value, onChange)
  return (
    <search className="relative min-w-0 flex-1 basis-64">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 start-3.5 size-4 -translate-y-1/2 text-muted"
      />
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
        className={`${INPUT} pe-10 ps-10 text-ellipsis`}
      />
      {text !== '' && (
        <button
          type="button"
          aria-label={i18n.t('history.clearSearch')}
          title={i18n.t('history.clearSearch')}
          onClick={() => setText('')}
          className="absolute inset-y-0 end-1 flex w-10 items-center justify-center rounded-xl text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </search>
  )
}
