import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { i18n } from '#i18n'
import { Button } from './button'
import { IconButton } from './icon-button'

const SHOWN_MS = 2000

interface Props {
  text: string
  label: string
  /** With words on it; a small picture otherwise. */
  wide?: boolean
}

/** Copies a text and says so. */
export function CopyButton({ text, label, wide = false }: Props) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(setCopied, SHOWN_MS, false)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true))
  const Icon = copied ? Check : Copy
  return (
    <>
      {wide ? (
        <Button size="small" look="quiet" onClick={copy}>
          <Icon aria-hidden className="size-4" />
          {label}
        </Button>
      ) : (
        <IconButton icon={Icon} label={label} onClick={copy} className="size-7" />
      )}
      <span role="status" className="sr-only">
        {copied ? i18n.t('common.copied') : ''}
      </span>
    </>
  )
}
