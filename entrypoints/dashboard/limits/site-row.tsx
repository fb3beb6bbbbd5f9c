import { Trash2 } from 'lucide-react'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { useCommand } from '../../../components/hooks/use-command'
import { SiteRuleEditor } from '../../../components/limits/site-rule-editor'
import { hostOf } from '../../../components/payment/site'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'

/** One site with its rule, to change or to remove. */
export function SiteRow({ site }: { site: string }) {
  const removal = useCommand()
  return (
    <li className="flex items-start gap-4 py-4 first:pt-0">
      <LetterTile origin={site} />
      <div className="min-w-0 max-w-md flex-1">
        <SiteRuleEditor site={site} />
        <ProblemNote problem={removal.problem} />
      </div>
      <IconButton
        icon={Trash2}
        label={i18n.t('limits.removeRule', [hostOf(site)])}
        className="ml-auto"
        onClick={() => removal.run(() => sendCommand('setSiteRule', { site, rule: null }))}
      />
    </li>
  )
}
