import { i18n } from '#i18n'
import { type Account, isOwn } from '../../lib/wallet/accounts'
import { plainText } from '../payment/plain-text'

/** As the user calls it, or `Account 2`. */
export function accountName({ name, order }: Account): string {
  return plainText(name, 60) || i18n.t('accounts.unnamed', [order + 1])
}

/** Where its key is: `From your words`, `Imported key`, `Watch only`, `In MetaMask`. */
export function kindWords(account: Account, all: readonly Account[]): string {
  switch (account.kind) {
    case 'derived': {
      const phrases = phrasesOf(all)
      if (phrases.length < 2) return i18n.t('accounts.derived')
      return i18n.t('accounts.derivedOf', [phrases.indexOf(account.keyId) + 1])
    }
    case 'external':
      return i18n.t('accounts.external', [plainText(account.walletName, 40)])
    default:
      return i18n.t(`accounts.${account.kind}`)
  }
}

/** Key ids of the phrases, in the order of their first accounts. */
export function phrasesOf(all: readonly Account[]): string[] {
  return [...new Set(all.flatMap((one) => (one.kind === 'derived' ? [one.keyId] : [])))]
}

/** What of an account can be shown, the words first. */
export function secretsOf(account: Account): ('phrase' | 'privateKey')[] {
  if (!isOwn(account)) return []
  return account.kind === 'derived' ? ['phrase', 'privateKey'] : ['privateKey']
}
