import { i18n } from '#i18n'
import { accountName } from '../../../components/accounts/account-words'
import { otherWalletName, type ShownPayer } from '../../../components/hooks/use-payer'
import { Select } from '../../../components/ui/select'
import type { Account } from '../../../lib/wallet/accounts'

interface Props {
  payer: ShownPayer
  onChoose: (accountId: string) => void
}

/** Which account pays, where there are several, and what another wallet has to do for it. */
export function PayerLine({ payer, onChoose }: Props) {
  const { account, choices } = payer
  const other = account && otherWalletName(account)

  return (
    <>
      {account && choices.length > 1 && (
        <Select
          label={i18n.t('ask.payFrom')}
          value={account.id}
          choices={choices.map((one) => ({ value: one.id, name: nameOf(one) }))}
          onChange={onChoose}
        />
      )}
      {other && (
        <p className="rounded-xl bg-copper-soft px-3.5 py-2.5 text-sm wrap-anywhere">
          {i18n.t('external.willAsk', [other])}
        </p>
      )}
    </>
  )
}

function nameOf(account: Account): string {
  const other = otherWalletName(account)
  return other ? `${accountName(account)} · ${other}` : accountName(account)
}
