import type { Command } from '../hooks/use-command'
import { Button } from './button'
import { ProblemNote } from './problem-note'

interface Props {
  command: Command
  /** What the button does. */
  action: string
  /** What the way back is called. */
  cancel: string
  onCancel: () => void
}

/** The end of a form: what went wrong, the way on and the way back. */
export function FormEnd({ command, action, cancel, onCancel }: Props) {
  return (
    <>
      <ProblemNote problem={command.problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" inert={command.busy}>
          {action}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </>
  )
}
