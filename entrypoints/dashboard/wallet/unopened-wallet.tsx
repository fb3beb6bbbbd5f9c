import { i18n } from '#i18n'
import { AddressBox } from '../../../components/wallet/address-box'
import { TopUp } from '../../../components/wallet/top-up'
import { Section } from '../section'
import { BalancesSection } from './balances-section'

/** A wallet of the first version, whose accounts are written down when it is opened. */
export function UnopenedWallet({ address }: { address: `0x${string}` }) {
  return (
    <>
      <Section title={i18n.t('accounts.title')} text={i18n.t('accounts.unlockFirst')}>
        <AddressBox address={address} />
      </Section>
      <BalancesSection title={i18n.t('balance.title')} account={address} />
      <Section title={i18n.t('topUp.title')} text={i18n.t('topUp.text')}>
        <TopUp account={address} />
      </Section>
    </>
  )
}
