import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { i18n } from '#i18n'
import { FieldError } from '../ui/field'
import { fileWords } from './file-words'

interface Props {
  file: File | undefined
  error: string | undefined
  onChange: (file: File | undefined) => void
}

/** A backup file, chosen or dropped here. */
export function FileField({ file, error, onChange }: Props) {
  const id = useId()
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onChange(dropped)
  }

  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border border-dashed px-4 py-4 text-sm has-focus-visible:outline-2 has-focus-visible:outline-copper ${over ? 'border-copper bg-copper-soft' : 'border-line-strong bg-sunken'}`}
      >
        <FileUp aria-hidden className="size-5 shrink-0 text-copper" />
        <span className="font-medium text-copper underline decoration-copper/40 underline-offset-3">
          {i18n.t('backup.choose')}
        </span>
        <span className="min-w-0 text-muted wrap-anywhere">
          {file ? fileWords(file) : i18n.t('backup.drop')}
        </span>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="sr-only"
          onChange={(event) => onChange(event.target.files?.[0])}
        />
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
