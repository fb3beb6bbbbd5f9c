import { Trash2 } from 'lucide-react'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { useCommand } from '../../../components/hooks/use-command'
import { hostOf } from '../../../components/payment/site'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import type { PairRuleRow } from '../../../lib/store/db'
import { formatUsd } from '../../../lib/words/money'

/** Both sites of a rule with what holds between them. */
export function PairRow({ rule }: { rule: PairRuleRow }) {
  const removal = useCommand()
  const { site, payee } = rule
  const names = [hostOf(site), hostOf(payee)] as const
  return (
    <li className="flex items-center gap-4 py-4 first:pt-0 last:pb-0">
      <LetterTile origin={site} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="font-medium">{i18n.t('limits.pair', [...names])}</p>
        <p className="text-sm text-muted">
          {rule.mode === 'auto'
            ? i18n.t('limits.pairAuto', [formatUsd(rule.perPayment)])
            : i18n.t(`rule.${rule.mode}`)}
        </p>
        <ProblemNote problem={removal.problem} />
      </div>
      <IconButton
        icon={Trash2}
        label={i18n.t('limits.removePair', [...names])}
        className="ms-auto"
        onClick={() => removal.run(() => sendCommand('setPairRule', { site, payee, rule: null }))}
      />
    </li>
  )
}
