import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { i18n } from '#i18n'
import type { AmountFault } from '../payment/amount-field'
import { Field, INPUT } from '../ui/field'
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
  const id = useId()
  return (
    <div className="flex flex-col gap-4">
      <div>
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
          {i18n.t('topUp.token')}
        </label>
        <div className="relative">
          <select
            id={id}
            value={choice.key}
            onChange={(event) => onChoose(event.target.value)}
            className={`${INPUT} appearance-none pe-10`}
          >
            {choices.map(({ key, network, token }) => (
              <option key={key} value={key}>
                {i18n.t('topUp.tokenOn', [token.symbol, networkWords(network.id)])}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute top-1/2 end-3.5 size-4 -translate-y-1/2 text-muted"
          />
        </div>
      </div>
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
