import { ProblemNote } from '../../components/ui/problem-note'
import { useView } from './view'

/** Why a payment came to nothing when its card is gone, for example because its page is. */
export function LostFailure({ shownId }: { shownId: string | undefined }) {
  const failure = useView((view) => view.failure)
  if (failure === undefined || failure.paymentId === shownId) return null
  return (
    <div className="mb-3">
      <ProblemNote problem={failure.problem} />
    </div>
  )
}
