import { i18n } from '#i18n'
import { TopUp } from '../../../components/wallet/top-up'
import { FundBalance } from './fund-balance'
import { StepButtons } from './step-buttons'
import { StepFrame } from './step-frame'

interface Props {
  account: `0x${string}`
  onNext: () => void
}

/** The first money, by a code, an address or another wallet. */
export function FundStep({ account, onNext }: Props) {
  return (
    <StepFrame title={i18n.t('welcome.fundTitle')}>
      <p className="text-muted">{i18n.t('welcome.fundText')}</p>
      <h2 className="sr-only">{i18n.t('topUp.title')}</h2>
      <TopUp account={account} />
      <FundBalance account={account} />
      <StepButtons
        next={i18n.t('common.continue')}
        onNext={onNext}
        other={i18n.t('welcome.later')}
        onOther={onNext}
      />
    </StepFrame>
  )
}
