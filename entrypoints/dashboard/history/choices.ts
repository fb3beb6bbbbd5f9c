import { i18n } from '#i18n'
import { shortAddress } from '../../../components/payment/short-address'
import { hostOf } from '../../../components/payment/site'
import { networkWords } from '../../../components/words/network'

interface Choice {
  value: string
  name: string
}

export function siteChoices(sites: readonly string[], chosen: string): Choice[] {
  return choices(i18n.t('history.anySite'), sites, chosen, hostOf)
}

export function networkChoices(networks: readonly string[], chosen: string): Choice[] {
  return choices(i18n.t('history.anyNetwork'), networks, chosen, networkWords)
}

/** Accounts by the user's names for them; those that are no longer here by their addresses. */
export function accountChoices(
  payers: readonly string[],
  chosen: string,
  names: ReadonlyMap<string, string>,
): Choice[] {
  return choices(i18n.t('history.anyAccount'), payers, chosen, (address) => {
    const name = names.get(address.toLowerCase())
    return name ? `${name} · ${shortAddress(address)}` : shortAddress(address)
  })
}

/** What is chosen stays among the choices, even if nothing has it any more. */
function choices(
  any: string,
  values: readonly string[],
  chosen: string,
  nameOf: (value: string) => string,
): Choice[] {
  const all = chosen === '' || values.includes(chosen) ? values : [chosen, ...values]
  const named = all.map((value) => ({ value, name: nameOf(value) }))
  return [{ value: '', name: any }, ...named.sort((a, b) => a.name.localeCompare(b.name))]
}
