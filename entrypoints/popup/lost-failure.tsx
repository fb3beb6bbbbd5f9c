import { ProblemNote } from '../../components/ui/problem-note'
import { useView } from './view'

/** Why a payment came to nothing when its card is gone, for example because its page is. */
export function LostFailure({ shownId }: { shownId: string | undefined }) {
  const failure = useView((view) => view.failure)
  const lost = failure !== undefined && failure.paymentId !== shownId
  return (
    <div className={lost ? 'mb-3' : 'sr-only'}>
      <ProblemNote problem={lost ? failure.problem : undefined} />
    </div>
  )
}
