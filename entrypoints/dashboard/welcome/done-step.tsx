import { Link } from 'wouter'
import { i18n } from '#i18n'
import { PRIMARY_LINK } from '../../../components/ui/link'
import { AddressBox } from '../../../components/wallet/address-box'
import { BackupReminder } from '../../../components/wallet/backup-reminder'
import { StepFrame } from './step-frame'

/** Everything is there: how the first payment goes, and what is left to do. */
export function DoneStep({ account }: { account: `0x${string}` }) {
  return (
    <StepFrame title={i18n.t('welcome.doneTitle')}>
      <p className="text-muted">{i18n.t('welcome.doneText')}</p>
      <BackupReminder />
      <div>
        <h2 className="mb-1.5 text-sm font-medium">{i18n.t('welcome.address')}</h2>
        <AddressBox address={account} />
      </div>
      <Link href="/wallet" className={PRIMARY_LINK}>
        {i18n.t('welcome.openWallet')}
      </Link>
    </StepFrame>
  )
}
