import { i18n } from '#i18n'
import type { AmountFault } from '../payment/amount-field'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { networkWords } from '../words/network'
import type { TopUpChoice } from './top-up-choice'

interface Props {
  choices: readonly TopUpChoice[]
  choice: TopUpChoice
  onChoose: (key: string) => void
  text: string
  fault: AmountFault | undefined
  onType: (text: string) => void
}

/** Which token on which network, and how much of it. */
export function TopUpForm({ choices, choice, onChoose, text, fault, onType }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={i18n.t('topUp.token')}
        value={choice.key}
        choices={choices.map(({ key, network, token }) => ({
          value: key,
          name: i18n.t('topUp.tokenOn', [token.symbol, networkWords(network.id)]),
        }))}
        onChange={onChoose}
      />
      <Field
        label={i18n.t('topUp.amount')}
        inputMode="decimal"
        prefix={choice.token.currency === 'EUR' ? '€' : '$'}
        value={text}
        error={fault && i18n.t(`limits.${fault}`)}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
