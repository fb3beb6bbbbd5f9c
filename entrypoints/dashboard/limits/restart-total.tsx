import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'

/** The allowance is counted from now on. */
export function RestartTotal() {
  const command = useCommand()
  return (
    <div>
      <Button
        size="small"
        inert={command.busy}
        onClick={() => command.run(() => sendCommand('restartTotal'))}
      >
        {i18n.t('budget.restart')}
      </Button>
      <ProblemNote problem={command.problem} />
    </div>
  )
}
