import { Eye, KeyRound, type LucideIcon, Sprout, Text, Wallet } from 'lucide-react'
import { i18n } from '#i18n'
import type { Account } from '../../lib/wallet/accounts'
import { Button } from '../ui/button'
import { phrasesOf } from './account-words'

/** What an account can be added from. */
export type AddKind = 'derived' | 'privateKey' | 'phrase' | 'watch' | 'external'

interface Props {
  all: readonly Account[]
  onChoose: (kind: AddKind) => void
  onCancel: () => void
}

/** Where the account comes from. The next one of the words needs words. */
export function AddChoice({ all, onChoose, onCancel }: Props) {
  const choices = CHOICES.filter(({ kind }) => kind !== 'derived' || phrasesOf(all).length > 0)
  return (
    <>
      <ul className="flex flex-col gap-2">
        {choices.map(({ kind, icon: Icon, words }) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onChoose(kind)}
              className="flex w-full items-center gap-3 rounded-xl border border-line p-3 text-start transition-colors hover:border-copper hover:bg-copper-soft/40"
            >
              <Icon aria-hidden className="size-5 shrink-0 text-copper" />
              <span>
                <span className="block font-medium">{i18n.t(`accounts.${words}`)}</span>
                <span className="block text-sm text-muted">{i18n.t(`accounts.${words}Hint`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" className="self-start" onClick={onCancel}>
        {i18n.t('accounts.cancel')}
      </Button>
    </>
  )
}

interface Choice {
  kind: AddKind
  icon: LucideIcon
  words: 'addDerived' | 'addKey' | 'addPhrase' | 'addWatch' | 'addExternal'
}

const CHOICES: readonly Choice[] = [
  { kind: 'derived', icon: Sprout, words: 'addDerived' },
  { kind: 'privateKey', icon: KeyRound, words: 'addKey' },
  { kind: 'phrase', icon: Text, words: 'addPhrase' },
  { kind: 'watch', icon: Eye, words: 'addWatch' },
  { kind: 'external', icon: Wallet, words: 'addExternal' },
]
