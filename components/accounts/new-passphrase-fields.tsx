import { i18n } from '#i18n'
import { MIN_PASSPHRASE_LENGTH } from '../../lib/wallet/vault'
import type { NewPassphrase } from '../hooks/use-new-passphrase'
import { PassphraseField } from '../ui/passphrase-field'
import { StrengthMeter } from '../wallet/strength-meter'

interface Props {
  label: string
  labelAgain: string
  typed: NewPassphrase
}

/** A new passphrase, twice. */
export function NewPassphraseFields({ label, labelAgain, typed }: Props) {
  return (
    <>
      <PassphraseField
        label={label}
        hint={i18n.t('security.newPassphraseHint', [MIN_PASSPHRASE_LENGTH])}
        error={typed.fault === 'short' ? i18n.t('problem.passphrase_too_short.title') : undefined}
        autoComplete="new-password"
        value={typed.text}
        onChange={(event) => typed.setText(event.target.value)}
      />
      <StrengthMeter passphrase={typed.text} />
      <PassphraseField
        label={labelAgain}
        error={typed.fault === 'differs' ? i18n.t('security.differs') : undefined}
        autoComplete="new-password"
        value={typed.again}
        onChange={(event) => typed.setAgain(event.target.value)}
      />
    </>
  )
}
