import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'
import { copySecret } from './secret-clipboard'

interface Props {
  secret: string
  label: string
}

/** Copies a secret, says what that means, and that it does not stay in the clipboard. */
export function CopySecret({ secret, label }: Props) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <div className="text-sm text-muted">
      <Button
        size="small"
        look="quiet"
        className="-ms-2.5"
        onClick={() => copySecret(secret).then(() => setCopied(true))}
      >
        <Icon aria-hidden className="size-4" />
        {label}
      </Button>
      <p role="status">{copied ? i18n.t('unlock.copied') : i18n.t('unlock.copyWarning')}</p>
    </div>
  )
}
