import { i18n } from '#i18n'
import { CopyButton } from '../ui/copy-button'

/** The whole address, to compare and to copy. */
export function AddressBox({ address }: { address: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-1 rounded-xl bg-sunken py-2 pe-1.5 ps-4">
      <span className="code min-w-0 text-sm">{address}</span>
      <CopyButton wide text={address} label={i18n.t('wallet.copyAddress')} />
    </div>
  )
}
