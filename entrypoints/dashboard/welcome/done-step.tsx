import { Link } from 'wouter'
import { i18n } from '#i18n'
import { PRIMARY_LINK } from '../../../components/ui/link'
import { AddressBox } from '../../../components/wallet/address-box'
import { StepFrame } from './step-frame'

/** The wallet is there: its address, and what to do next. */
export function DoneStep({ address }: { address: string }) {
  return (
    <StepFrame title={i18n.t('welcome.doneTitle')}>
      <div>
        <h2 className="mb-1.5 text-sm font-medium">{i18n.t('welcome.address')}</h2>
        <AddressBox address={address} />
      </div>
      <div>
        <h2 className="mb-2 text-sm font-medium">{i18n.t('welcome.next')}</h2>
        <ol className="list-decimal space-y-1.5 pl-5 text-[0.9375rem] marker:font-semibold marker:text-copper">
          <li>{i18n.t('welcome.nextFund')}</li>
          <li>{i18n.t('welcome.nextLimits')}</li>
          <li>{i18n.t('welcome.nextRead')}</li>
        </ol>
      </div>
      <Link href="/limits" className={PRIMARY_LINK}>
        {i18n.t('welcome.setLimits')}
      </Link>
    </StepFrame>
  )
}
