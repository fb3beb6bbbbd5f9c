import { i18n } from '#i18n'
import { CopyButton } from '../ui/copy-button'
import { Fact } from '../ui/fact'
import { shortAddress } from './short-address'

/** An address, shortened, with the whole of it to hear, to hover and to copy. */
export function AddressFact({ name, address }: { name: string; address: string }) {
  return (
    <Fact name={name}>
      <span className="inline-flex items-center gap-1">
        <span className="code" title={address}>
          {shortAddress(address)}
        </span>
        <CopyButton text={address} label={i18n.t('detail.copyPayTo', [address])} />
      </span>
    </Fact>
  )
}
