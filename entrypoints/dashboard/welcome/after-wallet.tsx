import { Redirect } from 'wouter'
import { noteSetUp, type SetUpStep } from '../../../lib/store/set-up'
import { DoneStep } from './done-step'
import { FundStep } from './fund-step'
import { LimitsStep } from './limits-step'

interface Props {
  step: SetUpStep
  account: `0x${string}`
}

/** What comes once there is a wallet. Each of these can be left out, and goes on where it was left. */
export function AfterWallet({ step, account }: Props) {
  switch (step) {
    case 'limits':
      return <LimitsStep onNext={() => noteSetUp('fund')} />
    case 'fund':
      return <FundStep account={account} onNext={() => noteSetUp('practice')} />
    case 'practice':
      return <Redirect to="/practice" replace />
    case 'done':
      return <DoneStep account={account} />
  }
}
