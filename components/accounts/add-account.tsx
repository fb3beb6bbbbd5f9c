import { useState } from 'react'
import { i18n } from '#i18n'
import type { Account } from '../../lib/wallet/accounts'
import { AddChoice, type AddKind } from './add-choice'
import { AddDerived } from './add-derived'
import { AddExternal } from './add-external'
import { AddSecret } from './add-secret'
import { AddWatch } from './add-watch'
import { Panel } from './panel'

interface Props {
  all: readonly Account[]
  onAdded: (accountId: string) => void
  onCancel: () => void
}

/** One more account: which kind, then what it takes. */
export function AddAccount({ all, onAdded, onCancel }: Props) {
  const [kind, setKind] = useState<AddKind>()
  const back = () => setKind(undefined)
  switch (kind) {
    case 'derived':
      return (
        <Panel key={kind} title={i18n.t('accounts.addDerived')}>
          <AddDerived all={all} onAdded={onAdded} onBack={back} />
        </Panel>
      )
    case 'privateKey':
    case 'phrase':
      return (
        <Panel
          key={kind}
          title={kind === 'phrase' ? i18n.t('accounts.addPhrase') : i18n.t('accounts.addKey')}
        >
          <AddSecret kind={kind} onAdded={onAdded} onBack={back} />
        </Panel>
      )
    case 'watch':
      return (
        <Panel key={kind} title={i18n.t('accounts.addWatch')}>
          <AddWatch onAdded={onAdded} onBack={back} />
        </Panel>
      )
    case 'external':
      return (
        <Panel key={kind} title={i18n.t('accounts.addExternal')}>
          <AddExternal onAdded={onAdded} onBack={back} />
        </Panel>
      )
    default:
      return (
        <Panel key="choice" title={i18n.t('accounts.addTitle')}>
          <AddChoice all={all} onChoose={setKind} onCancel={onCancel} />
        </Panel>
      )
  }
}
