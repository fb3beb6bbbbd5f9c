import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { i18n } from '#i18n'
import { Field } from './field'
import { IconButton } from './icon-button'

/** A secret field that can be shown. */
export function PassphraseField(props: Omit<ComponentProps<typeof Field>, 'type' | 'trailing'>) {
  const [visible, setVisible] = useState(false)
  return (
    <Field
      {...props}
      type={visible ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      trailing={
        <IconButton
          icon={visible ? EyeOff : Eye}
          label={visible ? i18n.t('lock.hide') : i18n.t('lock.show')}
          onClick={() => setVisible(!visible)}
        />
      }
    />
  )
}
